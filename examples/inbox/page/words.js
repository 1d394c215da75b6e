// @ts-check

/** @typedef {'es' | 'en'} Lang */

/** What the page says by itself. What the rules say comes from the library, in both languages. */
export const words = {
  es: {
    title: 'Bandeja de pendientes',
    pending: 'Pendientes',
    attending: 'Con la IA',
    nonePending: 'Ninguno: todos los clientes están atendidos.',
    noneAttending: 'La IA no atiende a nadie en este momento.',
    owner: 'De quién es',
    since: 'Espera desde',
    next: 'Qué cambia después',
    why: 'Por qué',
    resolve: 'Marcar resuelto',
    /** @param {string} name */
    resolveOf: (name) => `Marcar resuelto: el chat de ${name}`,
    live: 'En vivo',
    reconnecting: 'Sin conexión: se vuelve a intentar…',
    nobody: 'Nadie todavía',
    main: 'principal',
    backup: 'respaldo',
    supervisor: 'supervisor',
    unknown: 'no se sabe',
    /** @param {string} duration */
    ago: (duration) => `hace ${duration}`,
    /** @param {string} duration */
    pendingIn: (duration) => `Queda pendiente en ${duration}`,
    now: 'Queda pendiente ahora',
    changed: 'Mientras tanto ocurrió algo en este chat. Revisarlo y pulsar otra vez.',
    failed: 'No se pudo marcar. Intentar otra vez.',
    /** @param {number} count */
    unreadable: (count) => `Chats guardados que no se pueden leer: ${count}. Avisar a soporte.`,
    /** @param {number} count */
    announce: (count) => `Pendientes: ${count}`,
    languages: 'Idioma',
  },
  en: {
    title: 'Pending inbox',
    pending: 'Pending',
    attending: 'With the AI',
    nonePending: 'None: every client has been attended to.',
    noneAttending: 'The AI is attending to nobody right now.',
    owner: 'Whose',
    since: 'Waiting since',
    next: 'What changes next',
    why: 'Why',
    resolve: 'Mark resolved',
    /** @param {string} name */
    resolveOf: (name) => `Mark resolved: the chat of ${name}`,
    live: 'Live',
    reconnecting: 'No connection: trying again…',
    nobody: 'Nobody yet',
    main: 'main',
    backup: 'backup',
    supervisor: 'supervisor',
    unknown: 'not known',
    /** @param {string} duration */
    ago: (duration) => `${duration} ago`,
    /** @param {string} duration */
    pendingIn: (duration) => `Pending in ${duration}`,
    now: 'Pending now',
    changed: 'Something happened in this chat in the meantime. Look at it and press again.',
    failed: 'It could not be marked. Try again.',
    /** @param {number} count */
    unreadable: (count) => `Stored chats that cannot be read: ${count}. Tell support.`,
    /** @param {number} count */
    announce: (count) => `Pending: ${count}`,
    languages: 'Language',
  },
};

/**
 * A length of time, in its two largest units: "3 min 20 s".
 *
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  const total = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [
    [Math.floor(total / 86_400), 'd'],
    [Math.floor(total / 3600) % 24, 'h'],
    [Math.floor(total / 60) % 60, 'min'],
    [total % 60, 's'],
  ];
  const first = parts.findIndex(([count]) => count !== 0);
  return first === -1
    ? '0 s'
    : parts
        .slice(first, first + 2)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(' ');
}
