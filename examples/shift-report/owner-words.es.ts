import type { OwnerWords } from './owner-words.js';

export const ownerWordsEs: OwnerWords = {
  roles: { main: 'principal', backup: 'respaldo', supervisor: 'supervisión' },
  whys: {
    unknown: 'no es usuario',
    disabled: 'sin habilitar',
    'not-auto-assigning': 'sin autoasignación',
    unsaved: 'sin guardar',
    disconnected: 'sin conexión',
    busy: 'no disponible',
  },
  toBeTold: (role) => `${role}, sin conexión: hay que avisarle`,
  openConversation: 'conversación abierta',
  passedOver: (agent, whys) => `${agent}: ${whys}`,
  owner: (agent, reasons) => `A cargo de: ${agent} (${reasons})`,
  nobody: (reasons) => `Nadie puede tomarlo; a la cola (${reasons})`,
  notInPortfolio: {
    'unknown-client': 'Sin dueño: no está en la cartera',
    'unknown-account': 'Sin dueño: la cuenta a la que escribió no tiene cartera',
    'no-identifier': 'No se sabe de quién: falta su número de teléfono',
    'not-an-identifier': 'No se sabe de quién: su número de teléfono no es tal',
  },
};
