-- Parts of messages that were handed to a carrier which cannot tell a copy, and what it said of them later.
CREATE TABLE dispatches (
  message TEXT NOT NULL,
  part    BIGINT NOT NULL,
  carried BLOB,
  rank    BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (message, part)
) WITHOUT ROWID;
CREATE INDEX dispatches_carried ON dispatches (carried) WHERE carried IS NOT NULL;
CREATE INDEX dispatches_at ON dispatches (at);
