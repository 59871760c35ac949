using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Tests.Conversation.StateMachines;

public sealed class GraphTextTests
{
    /// <summary>Names and texts that neither language takes as they are: hyphens, keywords, digits, twins, quotes, Arabic.</summary>
    private static readonly MachineGraph<string, string> Awkward = StateMachine<string, string, int, string>.Declare("given-names", machine =>
    {
        machine.Configure("given-names").Permit("a \"b\"; c: #1", "given names").SubstateOf("الهوية");
        machine.Configure("given names").PermitIf("1\\2", "end", number => number < 1, "<1 & 50%");
        machine.Configure("end").Permit("again", "2nd").SubstateOf("الهوية");
        machine.Configure("2nd").Permit("go", "node");
    }).Graph;

    [Fact]
    public void Mermaid_Filing_IsExactlyThis() =>
        Assert.Equal(
            """
            stateDiagram-v2
                state "Draft" as Draft
                state "UnderStudy" as UnderStudy {
                    state "Checked" as Checked
                    state "AtDoctor" as AtDoctor
                }
                state "Refused" as Refused
                state "Paid" as Paid
                [*] --> Draft
                Draft --> Checked : Submit [all papers are in]
                Checked --> AtDoctor : Forward
                Checked --> Refused : Decide [more than 50000]
                Checked --> AtDoctor : Decide [more than 5000]
                Checked --> Paid : Decide
                UnderStudy --> Refused : Withdraw
                UnderStudy --> UnderStudy : Remind
                AtDoctor --> Paid : Decide
                Refused --> [*]
                Paid --> [*]

            """,
            MermaidGraph.Of(Filing.Machine.Graph));

    [Fact]
    public void Mermaid_AwkwardNames_AreSafe() =>
        Assert.Equal(
            """
            stateDiagram-v2
                state "given names" as given_names_2
                state "الهوية" as ______ {
                    state "given-names" as given_names
                    state "end" as end_2
                }
                state "2nd" as _2nd
                state "node" as node
                [*] --> given_names
                given_names --> given_names_2 : a #34;b#34;#59; c#58; #35;1
                given_names_2 --> end_2 : 1#92;2 [#60;1 #38; 50#37;]
                end_2 --> _2nd : again
                _2nd --> node : go
                node --> [*]

            """,
            MermaidGraph.Of(Awkward));

    [Fact]
    public void Mermaid_Labels_ReplaceNamesButNotIds()
    {
        var graph = StateMachine<string, string, int, string>.Declare("nom", machine => machine.Configure("nom").Permit("1", "fin")).Graph;

        Assert.Equal(
            """
            stateDiagram-v2
                state "Nom de famille" as nom
                state "fin" as fin
                [*] --> nom
                nom --> fin : touche 1
                fin --> [*]

            """,
            MermaidGraph.Of(graph, new(state => state is "nom" ? "Nom de famille" : state, trigger => $"touche {trigger}")));
    }

    [Fact]
    public void Dot_Filing_IsExactlyThis() =>
        Assert.Equal(
            """
            digraph {
                node [shape=box, style=rounded]
                initial [shape=point]
                Draft [label="Draft"]
                subgraph cluster_UnderStudy {
                    label="UnderStudy"
                    UnderStudy [label="UnderStudy", style="rounded,dashed"]
                    Checked [label="Checked"]
                    AtDoctor [label="AtDoctor"]
                }
                Refused [label="Refused", peripheries=2]
                Paid [label="Paid", peripheries=2]
                initial -> Draft
                Draft -> Checked [label="Submit [all papers are in]"]
                Checked -> AtDoctor [label="Forward"]
                Checked -> Refused [label="Decide [more than 50000]"]
                Checked -> AtDoctor [label="Decide [more than 5000]"]
                Checked -> Paid [label="Decide"]
                UnderStudy -> Refused [label="Withdraw"]
                UnderStudy -> UnderStudy [label="Remind"]
                AtDoctor -> Paid [label="Decide"]
            }

            """,
            DotGraph.Of(Filing.Machine.Graph));

    [Fact]
    public void Dot_AwkwardNames_AreSafe() =>
        Assert.Equal(
            """
            digraph {
                node [shape=box, style=rounded]
                initial [shape=point]
                given_names_2 [label="given names"]
                subgraph cluster_______ {
                    label="الهوية"
                    given_names [label="given-names"]
                    end [label="end"]
                }
                _2nd [label="2nd"]
                node_2 [label="node", peripheries=2]
                initial -> given_names
                given_names -> given_names_2 [label="a \"b\"; c: #1"]
                given_names_2 -> end [label="1\\2 [<1 & 50%]"]
                end -> _2nd [label="again"]
                _2nd -> node_2 [label="go"]
            }

            """,
            DotGraph.Of(Awkward));
}
