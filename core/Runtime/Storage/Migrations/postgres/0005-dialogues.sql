-- Chats that their clients read back from here. "dialogue" is the blind index of fund and id, "id" of a turn that of the
-- client's own id; a turn's activities are numbered up to "last", and there are "count" of them.
CREATE TABLE dialogues (
  dialogue BYTEA PRIMARY KEY,
  at       BIGINT NOT NULL,
  owner    TEXT NOT NULL,
  body     BYTEA NOT NULL
);
CREATE INDEX dialogues_at ON dialogues (at);
CREATE INDEX dialogues_owner ON dialogues (owner);

CREATE TABLE dialogue_turns (
  dialogue BYTEA NOT NULL,
  last     BIGINT NOT NULL,
  count    BIGINT NOT NULL,
  id       BYTEA NOT NULL,
  at       BIGINT NOT NULL,
  owner    TEXT NOT NULL,
  body     BYTEA NOT NULL,
  PRIMARY KEY (dialogue, last)
);
CREATE UNIQUE INDEX dialogue_turns_id ON dialogue_turns (dialogue, id);
CREATE INDEX dialogue_turns_at ON dialogue_turns (at);
CREATE INDEX dialogue_turns_owner ON dialogue_turns (owner);

CREATE TABLE dialogue_files (
  id       TEXT PRIMARY KEY,
  dialogue BYTEA NOT NULL,
  at       BIGINT NOT NULL,
  owner    TEXT NOT NULL,
  body     BYTEA NOT NULL
);
CREATE INDEX dialogue_files_at ON dialogue_files (at);
CREATE INDEX dialogue_files_owner ON dialogue_files (owner);
