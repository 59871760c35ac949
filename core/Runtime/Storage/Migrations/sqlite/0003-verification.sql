-- Codes that were sent: a keyed hash, bound to the challenge and to what it proves. "bucket" is the blind index that failures
-- count against. Nothing here tells whose it is.
CREATE TABLE challenges (
  id      TEXT PRIMARY KEY,
  hash    TEXT NOT NULL,
  bucket  BLOB NOT NULL,
  checks  BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used_at BIGINT
) WITHOUT ROWID;
CREATE INDEX challenges_expires ON challenges (expires);

-- What may be had, or failed, only so often, by blind index and day (0 for ever).
CREATE TABLE tallies (
  subject BLOB NOT NULL,
  day     BIGINT NOT NULL,
  count   BIGINT NOT NULL,
  PRIMARY KEY (subject, day)
) WITHOUT ROWID;

-- Links to the password page: found by a keyed hash of the token in the link, and readable only with that token.
CREATE TABLE password_links (
  id      TEXT PRIMARY KEY,
  body    BLOB NOT NULL,
  expires BIGINT NOT NULL,
  used_at BIGINT
) WITHOUT ROWID;
CREATE INDEX password_links_expires ON password_links (expires);

-- Codes that were shown and are to come back by SMS: "code" and "sender" are blind indexes.
CREATE TABLE reverse_proofs (
  id      TEXT PRIMARY KEY,
  code    BLOB NOT NULL,
  sender  BLOB,
  expires BIGINT NOT NULL,
  used_at BIGINT
) WITHOUT ROWID;
CREATE INDEX reverse_proofs_code ON reverse_proofs (code);
CREATE INDEX reverse_proofs_expires ON reverse_proofs (expires);
