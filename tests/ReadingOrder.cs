using Microsoft.Playwright;

namespace ChatChannels.Tests;

/// <summary>
/// Whether numbers, codes and Latin words stand in their order, read from the places of the letters that Chromium draws. Knows
/// nothing of how they are kept in order.
/// </summary>
internal static class ReadingOrder
{
    /// <summary>
    /// What must read from left to right: what has a Latin letter or a digit, with its signs, its no-break spaces, and single spaces
    /// between digits or behind Latin words; without the punctuation of the sentence at its ends. Of an element the places of each run's
    /// letters are compared; on another line it begins again.
    /// </summary>
    private const string Script = """
        const word = '0-9A-Za-z\\u00C0-\\u036F\\u1E00-\\u1EFF';
        const runs = new RegExp(`(?:[^\\s\\u0590-\\u08FF()\\[\\]«»،؛؟]|\\u00A0|(?<=[0-9]) (?=[0-9])|(?<=[A-Za-z]) (?=[${word}]))+`, 'gu');
        const hidden = /[\u200B-\u200F\u2060-\u2069]/u;
        const trimmed = text => text.replace(/^[\s"'.,:;!?\u200B-\u200F\u2060-\u2069-]+|[\s"'.,:;!?\u200B-\u200F\u2060-\u2069-]+$/gu, '');
        function faultsOf(node) {
          const faults = [];
          for (const match of node.data.matchAll(runs)) {
            const run = trimmed(match[0]);
            if (!new RegExp(`[${word}]`, 'u').test(run)) continue;
            const start = match.index + match[0].indexOf(run);
            let last = null;
            for (let i = start; i < start + run.length; i++) {
              if (hidden.test(node.data[i])) continue;
              const range = document.createRange();
              range.setStart(node, i);
              range.setEnd(node, i + 1);
              const place = range.getClientRects()[0];
              if (!place || place.width === 0) continue;
              if (last && Math.abs(place.top - last.top) < 3 && place.left <= last.left) {
                faults.push(`${run} | ${node.data}`);
                break;
              }
              last = place;
            }
          }
          return faults;
        }
        """;

    private const string OfLines = Script + """
        document.body.replaceChildren();
        document.body.style.cssText = 'font: 16px sans-serif; white-space: pre; font-variant-ligatures: none';
        const faults = [];
        for (const dir of ['rtl', 'ltr', 'auto']) {
          const drawn = lines.map(line => Object.assign(document.createElement('div'), { dir, textContent: line }));
          document.body.replaceChildren(...drawn);
          for (const element of drawn) {
            if (element.firstChild) faults.push(...faultsOf(element.firstChild).map(fault => `${dir}: ${fault}`));
            if (dir === 'auto' && /[\u0620-\u064A]/u.test(element.textContent) && getComputedStyle(element).direction !== 'rtl')
              faults.push(`auto: begins from the left | ${element.textContent}`);
          }
        }
        return faults;
        """;

    private const string OfPage = Script + """
        const faults = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (!['SCRIPT', 'STYLE'].includes(node.parentElement.tagName) && node.parentElement.checkVisibility()) faults.push(...faultsOf(node));
        }
        return faults;
        """;

    /// <summary>The runs that fall apart in lines of text, each line drawn from the right, from the left, and as its first letter says.</summary>
    public static async Task<string[]> FaultsOf(IPage page, IEnumerable<string> texts)
    {
        var lines = texts.SelectMany(text => text.Split('\n')).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        await page.GotoAsync("about:blank");
        return await page.EvaluateAsync<string[]>($"lines => {{ {OfLines} }}", lines);
    }

    /// <summary>The runs that fall apart on the page as it stands.</summary>
    public static Task<string[]> FaultsOf(IPage page) => page.EvaluateAsync<string[]>($"() => {{ {OfPage} }}");
}
