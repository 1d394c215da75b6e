-- One row per chat. `state` is the library's JSON, read back through its door; the other columns are ours.
create table if not exists chat (
  account text not null,
  client text not null,
  name text,
  state jsonb not null,
  -- Raised by each change of the row: whoever acts on a chat says which version they saw.
  version integer not null default 1,
  -- To whom the open conversation went, in which role and by which rule of the portfolio.
  agent text,
  agent_role text,
  agent_rule text,
  -- When the button was last obeyed, in milliseconds since 1970: what arrives later was not seen by whoever pressed it.
  resolved_at double precision,
  -- Somebody is left waiting, or an action is flagged. All others are settled, whatever the time and the policy are.
  open boolean not null generated always as (
    state -> 'facts' ->> 'waitingSince' is not null or state -> 'facts' ->> 'actionSince' is not null
  ) stored,
  primary key (account, client)
);

-- The inbox is read from this index: settled chats cost nothing, however many years of them there are.
create index if not exists chat_open on chat (account, client) where open;

-- What we were sent and do not understand. Nothing is lost silently, and nothing is refused to be sent again for days.
create table if not exists set_aside (
  digest text primary key,
  kind text not null,
  reason text not null,
  body text not null,
  received_at timestamptz not null default now()
);
