/**
 * Makes the sample: the same bytes each time.
 *
 *   npx tsx examples/shift-report/generate.ts            rewrites data/
 *   npx tsx examples/shift-report/generate.ts FOLDER     writes somewhere else
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stories as chatStories } from './sample/chat-stories.js';
import { Conversation } from './sample/conversation.js';
import { stories as inboxStories } from './sample/inbox-stories.js';
import { Inbox } from './sample/inbox.js';
import { Job } from './sample/job.js';
import { stories as moveStories } from './sample/move-stories.js';
import { customer, mailOf, seller, writer } from './sample/people.js';
import { portfolioOf, spelled, type Client } from './sample/portfolio.js';
import { sampleAccount, sampleAt, sampleFolder } from './sample/present.js';
import { Random } from './sample/random.js';
import { team } from './sample/team.js';
import { complaints, stories as ticketStories, type TicketStory } from './sample/ticket-stories.js';
import { writtenDate, writtenInstant } from './sample/written-instant.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const folder = process.argv[2] ?? sampleFolder;
mkdirSync(folder, { recursive: true });
const random = new Random(20_260_513);
/** Of its own, so that who belongs to whom changes nothing else. */
const owners = new Random(20_260_514);
const clients: Client[] = [];
writeList('tickets.json', tickets(random));
writeLines('chats.jsonl', chats(random));
writeLines('moves.jsonl', moves(random));
writeList('agents.json', team);
writeFileSync(join(folder, 'portfolio.csv'), portfolioOf(clients, owners));
/** Likewise. */
const writers = new Random(20_260_515);
writeLines('conversations.jsonl', conversations(writers));

function writeList(file: string, records: readonly unknown[]): void {
  writeFileSync(join(folder, file), `${JSON.stringify(records, null, 2)}\n`);
}

function writeLines(file: string, records: readonly unknown[]): void {
  writeFileSync(join(folder, file), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

function tickets(random: Random): readonly unknown[] {
  const all = ticketStories.flatMap((story) => Array.from({ length: story.times }, () => story));
  return random.shuffled(all).map((story, index) => ticket(story, index, random));
}

function ticket(story: TicketStory, index: number, random: Random): unknown {
  const product = random.pick(['medidor', 'medidor', 'envasado', 'envasado', 'granel'] as const);
  const [asunto, relato] = random.pick<readonly [string, string]>(complaints[product]);
  const plazo = story.plazo(random);
  // Opened some days before its latest date, in office hours, and never after the present.
  const openedOn = Math.min((plazo ?? -3) - random.between(9, 14), -1);
  const who = customer(random);
  return {
    numero: `T-${2_001 + index}`,
    cliente: { ...who, correo: mailOf(who) },
    producto: story.producto ?? product,
    asunto,
    relato,
    creado: writtenInstant(inOffice(openedOn, random)),
    estado: story.estado,
    plazo: written(plazo, story.hasTime === true, random),
    postura: story.postura,
    insistencias: (story.insistencias?.(random) ?? []).map((insistence, which) => ({
      numero: `T-${2_001 + index}-${which + 1}`,
      tipo: insistence.tipo,
      creada: writtenInstant(inOffice(Math.max((insistence.plazo ?? 0) - 10, (plazo ?? 0) + 1), random)),
      estado: insistence.estado,
      plazo: written(insistence.plazo, false, random),
    })),
  };
}

/** Between nine and six, so many days from the present. */
function inOffice(days: number, random: Random): number {
  return sampleAt + days * DAY - HOUR + random.between(0, 9 * 60 - 1) * 60_000;
}

function written(days: number | null, hasTime: boolean, random: Random): string | null {
  if (days === null) return null;
  return hasTime ? writtenInstant(sampleAt + days * DAY + random.between(1, 8) * HOUR) : writtenDate(sampleAt, days);
}

function chats(random: Random): readonly unknown[] {
  const all = chatStories.flatMap((story) => Array.from({ length: story.times }, () => story));
  return random.shuffled(all).map(({ tell }, index) => {
    const chat = `C-${String(index + 1).padStart(3, '0')}`;
    const cliente = customer(random);
    const conversation = new Conversation(random);
    tell(conversation);
    const vendedor = seller(random);
    const client = { number: index + 1, seller: vendedor };
    clients.push(client);
    return {
      chat,
      cliente,
      cuenta: sampleAccount,
      // Now and then WhatsApp keeps the number to itself.
      ...(owners.isOneIn(30) ? {} : { telefono: spelled(client, owners) }),
      vendedor,
      eventos: conversation.delivered(chat),
    };
  });
}

function moves(random: Random): readonly unknown[] {
  const all = moveStories.flatMap((story) => Array.from({ length: story.times }, () => story));
  return random.shuffled(all).map(({ entered, days, service, tell }, index) => {
    const minutes = entered(random);
    const beginning = {
      entered: minutes,
      days: days(random),
      service: service ?? random.pick(['local', 'local', 'inter']),
    };
    const job = new Job(`M-${3_001 + index}`, random, beginning);
    const cliente = customer(random);
    tell(job, minutes);
    return { mudanza: job.id, cliente, ...job.stored() };
  });
}

function conversations(random: Random): readonly unknown[] {
  return random.shuffled(inboxStories).map((tell, index) => {
    const contacto = `K-${101 + index}`;
    const inbox = new Inbox(contacto);
    tell(inbox);
    return { contacto, ...writer(random), eventos: inbox.events };
  });
}
