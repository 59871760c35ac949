-- People in chats who are handed over to agents. An open one has no "ended_at" and expires when it is "due"; "n" of what was said in
-- one is the turn of the chat.
CREATE TABLE hand_overs (
  id       TEXT PRIMARY KEY,
  fund     TEXT NOT NULL,
  state    TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  due      BIGINT NOT NULL,
  ended_at BIGINT,
  version  BIGINT NOT NULL,
  owner    TEXT NOT NULL,
  body     BLOB NOT NULL
);
CREATE INDEX hand_overs_open ON hand_overs (fund, asked_at, id) WHERE ended_at IS NULL;
CREATE INDEX hand_overs_due ON hand_overs (due) WHERE ended_at IS NULL;
CREATE INDEX hand_overs_ended ON hand_overs (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX hand_overs_owner ON hand_overs (owner);

CREATE TABLE hand_over_words (
  hand_over TEXT NOT NULL,
  n         BIGINT NOT NULL,
  at        BIGINT NOT NULL,
  agents    BIGINT NOT NULL,
  owner     TEXT NOT NULL,
  body      BLOB NOT NULL,
  PRIMARY KEY (hand_over, n)
) WITHOUT ROWID;
CREATE INDEX hand_over_words_owner ON hand_over_words (owner);
