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
