-- Instants are UTC ticks of 100 ns. "owner" names the row of "keys" whose key seals the row; blind indexes are keyed hashes.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value BYTEA NOT NULL
);

-- Data keys, wrapped by the master key. Deleting a row erases everything it sealed, in old backups of other tables too.
CREATE TABLE keys (
  owner   TEXT PRIMARY KEY,
  wrapped BYTEA NOT NULL
);

-- The log of turns. "session" is the blind index of fund, channel and exchange; the first turn of a session says whose
-- it is; "body" is the session it left, the request and the reply. Who writes a version first has won it.
CREATE TABLE turns (
  seq     BIGINT GENERATED ALWAYS AS IDENTITY,
  session BYTEA NOT NULL,
  version BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  owner   TEXT,
  channel TEXT,
  body    BYTEA NOT NULL,
  PRIMARY KEY (session, version)
);
CREATE INDEX turns_owner ON turns (owner, seq) WHERE version = 1;

CREATE VIEW sessions AS SELECT seq AS opened, session, owner, channel FROM turns WHERE version = 1;

CREATE TABLE cases (
  number     TEXT PRIMARY KEY,
  fund       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL,
  version    BIGINT NOT NULL,
  open       BIGINT NOT NULL,
  identity   BYTEA,
  changed_at BIGINT NOT NULL,
  owner      TEXT NOT NULL,
  body       BYTEA NOT NULL
);
CREATE UNIQUE INDEX cases_open ON cases (fund, kind, identity) WHERE open = 1 AND identity IS NOT NULL;
CREATE INDEX cases_state ON cases (fund, state, changed_at);
CREATE INDEX cases_owner ON cases (owner);

CREATE TABLE members (
  fund     TEXT NOT NULL,
  number   BYTEA NOT NULL,
  identity BYTEA,
  likeness BYTEA,
  owner    TEXT NOT NULL,
  since    BIGINT NOT NULL,
  body     BYTEA NOT NULL,
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
  person      BYTEA NOT NULL,
  owner       TEXT NOT NULL,
  body        BYTEA NOT NULL
);
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'waiting';
CREATE INDEX outbox_person ON outbox (person, settled_at);
CREATE INDEX outbox_owner ON outbox (owner);

-- Each fact's hash is keyed and covers the hash before it.
CREATE TABLE audit (
  seq   BIGINT PRIMARY KEY,
  at    BIGINT NOT NULL,
  fund  TEXT NOT NULL,
  fact  TEXT NOT NULL,
  about TEXT NOT NULL,
  actor BYTEA,
  prev  BYTEA NOT NULL,
  hash  BYTEA NOT NULL
);

-- One row: how many facts there are, the last one's hash, and a keyed seal over both.
CREATE TABLE audit_head (
  id   BIGINT PRIMARY KEY,
  seq  BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  seal BYTEA NOT NULL
);

CREATE TABLE attempts (
  subject BYTEA NOT NULL,
  day     BIGINT NOT NULL,
  count   BIGINT NOT NULL,
  PRIMARY KEY (subject, day)
);
