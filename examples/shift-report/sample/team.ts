import { sampleAccount } from './present.js';

interface ExportedAgent {
  readonly usuario: string;
  readonly habilitado: boolean;
  readonly modo: Readonly<Record<string, string>>;
  readonly guardado: boolean;
  readonly conectado: boolean;
  readonly disponible: boolean;
}

/** A user who is there and is given clients, apart from what is said of them. */
function agent(usuario: string, apart: Partial<ExportedAgent> = {}): ExportedAgent {
  return {
    usuario,
    habilitado: true,
    modo: { [sampleAccount]: 'habilitado+autoasignacion' },
    guardado: true,
    conectado: true,
    disponible: true,
    ...apart,
  };
}

const supervises = { modo: { [sampleAccount]: 'habilitado' } };
const isAway = { conectado: false, disponible: false };

/** The users of the platform: between them, all that can stand against giving somebody a client. */
export const team: readonly ExportedAgent[] = [
  agent('Vera Cascabelo'),
  agent('Nerea Rocamusgo'),
  // In a conversation, or on a break.
  agent('Ilmo Trigoverde', { disponible: false }),
  // May attend, and is given nobody.
  agent('Oriana Solanube', { modo: { [sampleAccount]: 'habilitado' } }),
  // Was set up, and nobody pressed the button; and is not there.
  agent('Tadeo Farolindo', { ...isAway, guardado: false }),
  // New.
  agent('Fabiela Brumavilla', { ...isAway, habilitado: false, modo: {} }),
  agent('Leonora Marimonte', supervises),
  agent('Silvano Vientoalto', { ...supervises, ...isAway }),
  agent('Berta Colibrante', { ...supervises, habilitado: false }),
];
