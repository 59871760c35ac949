-- Messages that came in by channels that may send them again for days, by blind index: appended, and read at the start alone.
CREATE TABLE inbox (
  at      BIGINT NOT NULL,
  message BLOB NOT NULL,
  PRIMARY KEY (at, message)
) WITHOUT ROWID;
