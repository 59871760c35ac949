-- An era lasts until somebody is erased, or the tables are put back from a copy: within it a node that has seen a key or a turn
-- knows that they are still there.
CREATE TABLE erasures (total BIGINT NOT NULL);
INSERT INTO erasures (total) VALUES (0);
CREATE VIEW eras AS SELECT (tableoid::bigint << 31) + total AS era FROM erasures;
