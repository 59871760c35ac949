-- Turns are written as CBOR from here on. There was no release before: what was begun is begun again.
DELETE FROM turns;
DELETE FROM sessions;
UPDATE keys SET opened = NULL;
UPDATE folded SET seq = 0;
