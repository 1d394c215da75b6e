import { readdirSync } from 'node:fs';
import { conversationSchema, type ConversationRecord } from './conversation-format.js';
import { readDesk, type Desk } from './desk.js';
import { chatSchema, ticketSchema, type ChatRecord, type TicketRecord } from './formats.js';
import { moveSchema, type MoveRecord } from './move-format.js';
import type { Notice, Problem } from './problem.js';
import { readKind } from './record-file.js';

/** What could be read of a folder, and all that is wrong with the rest. */
export interface Records {
  readonly tickets: readonly TicketRecord[];
  readonly chats: readonly ChatRecord[];
  readonly moves: readonly MoveRecord[];
  readonly conversations: readonly ConversationRecord[];
  /** `null`: nothing is known of it, and nothing is said of whose a chat is. */
  readonly desk: Desk | null;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** Whether a path is a folder whose files can be listed. */
export function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads `tickets`, `chats` and `moves`, each `.json` or `.jsonl`, and where they are there, `conversations`,
 * `portfolio.csv` and `agents`.
 * It never throws for what is in them.
 *
 * @param account the one whose clients are in the portfolio.
 */
export function readFolder(folder: string, account: string): Records {
  const names = new Set(readdirSync(folder));
  const filesOf = (kind: string): readonly string[] =>
    [`${kind}.json`, `${kind}.jsonl`].filter((name) => names.has(name));
  const tickets = readKind(folder, filesOf('tickets'), ticketSchema, 'numero', 'tickets.json', 'ticket-file');
  const chats = readKind(folder, filesOf('chats'), chatSchema, 'chat', 'chats.jsonl', 'chat-file');
  const moves = readKind(folder, filesOf('moves'), moveSchema, 'mudanza', 'moves.jsonl', 'move-file');
  // A help desk without a bot has none.
  const talks = filesOf('conversations');
  const conversations = readKind(folder, talks, conversationSchema, 'contacto', 'conversations.jsonl', null);
  const { desk, problems, notices } = readDesk(folder, account, {
    agents: filesOf('agents'),
    portfolio: names.has('portfolio.csv') ? 'portfolio.csv' : null,
  });
  return {
    tickets: tickets.values,
    chats: chats.values,
    moves: moves.values,
    conversations: conversations.values,
    desk,
    problems: [...tickets.problems, ...chats.problems, ...moves.problems, ...conversations.problems, ...problems],
    notices,
  };
}
