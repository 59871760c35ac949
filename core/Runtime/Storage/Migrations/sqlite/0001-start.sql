-- Instants are UTC ticks of 100 ns. "owner" names the row of "keys" whose key seals the row; blind indexes are keyed hashes.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Data keys, wrapped by the master key. Deleting a row erases everything it sealed, in old backups of other tables too.
-- "opened" is the session that the owner opened last.
CREATE TABLE keys (
  owner   TEXT PRIMARY KEY,
  wrapped BLOB NOT NULL,
  opened  BIGINT
) WITHOUT ROWID;

-- The log of turns, appended by one node and answered from its memory. "session" is the blind index of fund, channel and
-- exchange, "opened" its first turn and "prev" the one before; the first turn says whose it is; "body" is the session it
-- left, the request and the reply.
CREATE TABLE turns (
  seq     INTEGER PRIMARY KEY,
  opened  BIGINT NOT NULL,
  prev    BIGINT,
  session BLOB NOT NULL,
  version BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  owner   TEXT,
  channel TEXT,
  body    BLOB NOT NULL
);

-- What the log is found by: from its owner's key the newest session, from each session the one "before" it, and from a
-- session its last turn. "last" is true up to the turn in "folded"; the rest is folded in from time to time.
CREATE TABLE sessions (
  opened  INTEGER PRIMARY KEY,
  before  BIGINT,
  last    BIGINT NOT NULL,
  session BLOB NOT NULL,
  owner   TEXT NOT NULL,
  channel TEXT NOT NULL
);
CREATE TRIGGER sessions_newest AFTER INSERT ON sessions BEGIN
  UPDATE keys SET opened = NEW.opened WHERE owner = NEW.owner;
END;
CREATE TABLE folded (seq BIGINT NOT NULL);
INSERT INTO folded (seq) VALUES (0);

CREATE TABLE cases (
  number     TEXT PRIMARY KEY,
  fund       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL,
  version    BIGINT NOT NULL,
  open       BIGINT NOT NULL,
  identity   BLOB,
  changed_at BIGINT NOT NULL,
  owner      TEXT NOT NULL,
  body       BLOB NOT NULL
);
CREATE UNIQUE INDEX cases_open ON cases (fund, kind, identity) WHERE open = 1 AND identity IS NOT NULL;
CREATE INDEX cases_state ON cases (fund, state, changed_at);
CREATE INDEX cases_owner ON cases (owner);

CREATE TABLE members (
  fund     TEXT NOT NULL,
  number   BLOB NOT NULL,
  identity BLOB,
  likeness BLOB,
  owner    TEXT NOT NULL,
  since    BIGINT NOT NULL,
  body     BLOB NOT NULL,
  PRIMARY KEY (fund, number)
);
CREATE UNIQUE INDEX members_identity ON members (fund, identity) WHERE identity IS NOT NULL;
CREATE INDEX members_likeness ON members (fund, likeness) WHERE likeness IS NOT NULL;
CREATE INDEX members_owner ON members (owner);

CREATE TABLE outbox (
  id          TEXT PRIMARY KEY,
  state       TEXT NOT NULL,
  at          BIGINT NOT NULL,
  next_at     BIGINT NOT NULL,
  lease_until BIGINT,
  tries       BIGINT NOT NULL,
  expires     BIGINT NOT NULL,
  settled_at  BIGINT,
  person      BLOB NOT NULL,
  owner       TEXT NOT NULL,
  body        BLOB NOT NULL
);
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'waiting';
CREATE INDEX outbox_person ON outbox (person, settled_at);
CREATE INDEX outbox_owner ON outbox (owner);

-- Each fact's hash is keyed and covers the hash before it.
CREATE TABLE audit (
  seq   INTEGER PRIMARY KEY,
  at    BIGINT NOT NULL,
  fund  TEXT NOT NULL,
  fact  TEXT NOT NULL,
  about TEXT NOT NULL,
  actor BLOB,
  prev  BLOB NOT NULL,
  hash  BLOB NOT NULL
);

-- One row: how many facts there are, the last one's hash, and a keyed seal over both.
CREATE TABLE audit_head (
  id   BIGINT PRIMARY KEY,
  seq  BIGINT NOT NULL,
  hash BLOB NOT NULL,
  seal BLOB NOT NULL
);

CREATE TABLE attempts (
  subject BLOB NOT NULL,
  day     BIGINT NOT NULL,
  count   BIGINT NOT NULL,
  PRIMARY KEY (subject, day)
) WITHOUT ROWID;
