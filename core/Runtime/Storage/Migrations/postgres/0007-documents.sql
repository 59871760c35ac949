-- Files that persons sent. Until a case has it, "filed" is null and the owner is who sent it; then it is sealed anew by the key of
-- the case, and goes with it. "paper" is what flows call it.
CREATE TABLE documents (
  id         TEXT PRIMARY KEY,
  fund       TEXT NOT NULL,
  filed      TEXT,
  paper      TEXT,
  media_type TEXT NOT NULL,
  at         BIGINT NOT NULL,
  owner      TEXT NOT NULL,
  body       BYTEA NOT NULL
);
CREATE INDEX documents_filed ON documents (fund, filed) WHERE filed IS NOT NULL;
CREATE INDEX documents_loose ON documents (at) WHERE filed IS NULL;
CREATE INDEX documents_owner ON documents (owner);

-- Links by which papers come: found by a keyed hash of the token in the link, and readable only with that token.
CREATE TABLE document_links (
  id      TEXT PRIMARY KEY,
  body    BYTEA NOT NULL,
  expires BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX document_links_expires ON document_links (expires);
