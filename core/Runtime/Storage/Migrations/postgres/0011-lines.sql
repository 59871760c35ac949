-- What this service has seen of lines that proved possession: "line" is a keyed hash of the number; since when it has been seen, and when last.
CREATE TABLE lines (
  line  TEXT PRIMARY KEY,
  first BIGINT NOT NULL,
  last  BIGINT NOT NULL
);
