-- Instants are UTC ticks of 100 ns. "owner" names the row of "keys" whose key seals the row; blind indexes are keyed hashes.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Data keys, wrapped by the master key. Deleting a row erases everything it sealed, in old backups of other tables too.
CREATE TABLE keys (
  owner   TEXT PRIMARY KEY,
  wrapped BLOB NOT NULL
) WITHOUT ROWID;

-- Live sessions. "key" is the blind index of fund, channel and exchange; "body" is the session with its last request.
CREATE TABLE sessions (
  id      INTEGER PRIMARY KEY,
  key     BLOB NOT NULL UNIQUE,
  owner   TEXT NOT NULL,
  version BIGINT NOT NULL,
  body    BLOB NOT NULL,
  at      BIGINT NOT NULL
);
CREATE INDEX sessions_owner ON sessions (owner);

-- The log of turns. "request" is a keyed hash; "reply" is what was answered, byte for byte.
CREATE TABLE turns (
  session BIGINT NOT NULL,
  version BIGINT NOT NULL,
  request BLOB NOT NULL,
  reply   BLOB NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (session, version)
) WITHOUT ROWID;

-- What is remembered of an address: the session spoken in last, and the one to come back to.
CREATE TABLE standings (
  fund       TEXT NOT NULL,
  address    BLOB NOT NULL,
  owner      TEXT NOT NULL,
  language   TEXT NOT NULL,
  latest     BIGINT NOT NULL,
  unfinished BIGINT,
  at         BIGINT NOT NULL,
  PRIMARY KEY (fund, address)
) WITHOUT ROWID;
CREATE INDEX standings_owner ON standings (owner);

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
