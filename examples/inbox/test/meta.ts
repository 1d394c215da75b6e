import { sign } from '../src/signature.js';

/** The business phone number of the sample portfolio. */
export const account = '100200300400500';
export const secrets = {
  APP_SECRET: 'app-secret-of-the-tests',
  VERIFY_TOKEN: 'verify-token-of-the-tests',
  BOT_TOKEN: 'bot-token-of-the-tests',
  INBOX_USER: 'inbox',
  INBOX_PASSWORD: 'password-of-the-tests',
} as const;

/** What stands in a webhook beside what it is about. */
export interface Content {
  readonly messages?: readonly object[];
  readonly message_echoes?: readonly object[];
  readonly statuses?: readonly object[];
  readonly contacts?: readonly object[];
}

export function text(from: string, id: string, at: number): object {
  return { from, id, timestamp: String(Math.floor(at / 1000)), type: 'text', text: { body: 'Hola' } };
}

export function echo(to: string, id: string, at: number): object {
  return {
    from: '56900000000',
    to: `+${to}`,
    id,
    timestamp: String(Math.floor(at / 1000)),
    type: 'text',
    text: { body: 'Sí' },
  };
}

export function failed(client: string, id: string, at: number): object {
  return { id, status: 'failed', timestamp: String(Math.floor(at / 1000)), recipient_id: client };
}

/** The envelope that Meta puts around it. */
export function webhook(...contents: readonly Content[]): string {
  const changes = contents.map((content) => ({
    field: content.message_echoes === undefined ? 'messages' : 'smb_message_echoes',
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '56900000000', phone_number_id: account },
      ...content,
    },
  }));
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] });
}

/** Sends a webhook as Meta does. */
export async function post(url: string, body: string, signature = sign(body, secrets.APP_SECRET)): Promise<Response> {
  return fetch(`${url}/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
  });
}

/** Tells what the bot did. */
export async function tell(
  url: string,
  events: readonly object[],
  token: string = secrets.BOT_TOKEN,
): Promise<Response> {
  return fetch(`${url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ events }),
  });
}

export const basic = `Basic ${btoa(`${secrets.INBOX_USER}:${secrets.INBOX_PASSWORD}`)}`;
