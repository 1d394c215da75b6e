import type { routing } from 'pauta';
import * as z from 'zod';
import { expects, id, translated } from './formats.js';

/** A user, as the platform shows them. */
export interface AgentRecord {
  readonly id: string;
  readonly agent: routing.Agent;
}

const mode = translated({ off: 'off', habilitado: 'enabled', 'habilitado+autoasignacion': 'auto-assign' });

export const agentSchema: z.ZodType<AgentRecord> = z
  .strictObject({
    usuario: id,
    habilitado: z.boolean(),
    modo: z.record(z.string(), mode, expects('object')),
    guardado: z.boolean(),
    conectado: z.boolean(),
    disponible: z.boolean(),
  })
  .transform(({ usuario, habilitado, modo, guardado, conectado, disponible }) => ({
    id: usuario,
    agent: { enabled: habilitado, modes: modo, saved: guardado, connected: conectado, available: disponible },
  }));
