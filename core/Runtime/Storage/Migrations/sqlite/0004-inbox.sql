-- Messages that came in by channels that may send them again for days, by blind index.
CREATE TABLE inbox (
  message BLOB PRIMARY KEY,
  at      BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX inbox_at ON inbox (at);
