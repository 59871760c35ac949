-- Contents of larger files, in parts: "content" of the row that a file belongs to says which, and its body holds the key.
CREATE TABLE file_parts (
  content TEXT NOT NULL,
  part    BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  body    BLOB NOT NULL,
  PRIMARY KEY (content, part)
);
CREATE INDEX file_parts_at ON file_parts (at);

ALTER TABLE documents ADD COLUMN content TEXT;
CREATE INDEX documents_content ON documents (content) WHERE content IS NOT NULL;

ALTER TABLE dialogue_files ADD COLUMN content TEXT;
CREATE INDEX dialogue_files_content ON dialogue_files (content) WHERE content IS NOT NULL;
