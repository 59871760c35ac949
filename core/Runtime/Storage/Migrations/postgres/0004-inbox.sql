-- Messages that came in by channels that may send them again for days, by blind index.
CREATE TABLE inbox (
  message BYTEA PRIMARY KEY,
  at      BIGINT NOT NULL
);
CREATE INDEX inbox_at ON inbox (at);
