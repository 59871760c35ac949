-- What the local register holds beside its members, and what waits for a register to be asked.

-- Facts by which a member is looked for; "fact" is the blind index of fund, name and value.
CREATE TABLE member_facts (
  fact   BYTEA NOT NULL,
  fund   TEXT NOT NULL,
  number BYTEA NOT NULL,
  owner  TEXT NOT NULL,
  PRIMARY KEY (fact, number)
);
CREATE INDEX member_facts_owner ON member_facts (owner);

CREATE TABLE accounts (
  fund   TEXT NOT NULL,
  number BYTEA NOT NULL,
  owner  TEXT NOT NULL,
  body   BYTEA NOT NULL,
  PRIMARY KEY (fund, number)
);
CREATE INDEX accounts_owner ON accounts (owner);

CREATE TABLE employers (
  fund   TEXT NOT NULL,
  number BYTEA NOT NULL,
  owner  TEXT NOT NULL,
  body   BYTEA NOT NULL,
  PRIMARY KEY (fund, number)
);
CREATE INDEX employers_owner ON employers (owner);

-- "digest" is a keyed hash of the claim: a claim imported again unchanged keeps its "changed_at".
CREATE TABLE claims (
  fund       TEXT NOT NULL,
  claim      BYTEA NOT NULL,
  member     BYTEA NOT NULL,
  digest     BYTEA NOT NULL,
  changed_at BIGINT NOT NULL,
  owner      TEXT NOT NULL,
  body       BYTEA NOT NULL,
  PRIMARY KEY (fund, claim)
);
CREATE INDEX claims_member ON claims (fund, member);
CREATE INDEX claims_changed ON claims (fund, changed_at);
CREATE INDEX claims_owner ON claims (owner);

CREATE TABLE claim_follows (
  fund    TEXT NOT NULL,
  member  BYTEA NOT NULL,
  version BIGINT NOT NULL,
  owner   TEXT NOT NULL,
  body    BYTEA NOT NULL,
  PRIMARY KEY (fund, member)
);
CREATE INDEX claim_follows_owner ON claim_follows (owner);

-- Up to when a fund's changed claims were looked through.
CREATE TABLE claims_seen (
  fund TEXT PRIMARY KEY,
  at   BIGINT NOT NULL
);

-- Requests to be delivered to a register, and questions that it has not answered yet; "what" tells which.
CREATE TABLE register_outbox (
  id          TEXT PRIMARY KEY,
  what        TEXT NOT NULL,
  fund        TEXT NOT NULL,
  state       TEXT NOT NULL,
  at          BIGINT NOT NULL,
  next_at     BIGINT NOT NULL,
  lease_until BIGINT,
  tries       BIGINT NOT NULL,
  settled_at  BIGINT,
  owner       TEXT NOT NULL,
  body        BYTEA NOT NULL
);
CREATE INDEX register_outbox_due ON register_outbox (what, next_at) WHERE state = 'waiting';
CREATE INDEX register_outbox_owner ON register_outbox (owner);
