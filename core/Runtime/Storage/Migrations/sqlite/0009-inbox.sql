-- The inbox is appended, and read at the start alone: one tree, in the order of time.
CREATE TABLE inbox_in_order (
  at      BIGINT NOT NULL,
  message BLOB NOT NULL,
  PRIMARY KEY (at, message)
) WITHOUT ROWID;
INSERT INTO inbox_in_order (at, message) SELECT at, message FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_in_order RENAME TO inbox;
