import type { Frame } from '../words.js';

/** What surrounds, in Spanish, the things that the systems say. */
export const frame: Frame = {
  because: (clauses) => `Porque ${clauses}.`,
  when: (clauses) => (clauses.length === 0 ? 'Siempre:' : `Si ${clauses.join('; ')}:`),
  rule: (id, manual, lines, statement) => `Regla ${id} (manual «${manual}», ${lines}): ${statement}`,
  nearest: (id, manual, lines, statement) =>
    `La regla más cercana del manual es ${id} («${manual}», ${lines}): ${statement}`,
  lines: ([first, ...rest]) =>
    rest.length === 0 ? `línea ${first}` : `líneas ${[first, ...rest.slice(0, -1)].join(', ')} y ${rest.at(-1)}`,
  reading: (question, reading, code) =>
    `El manual deja abierta una pregunta (${code}). ${question} Lo leemos así. ${reading}`,
  version: (name) => `Se decidió según la versión «${name}» de la política.`,
  holdsForGood: 'Vale mientras no ocurra nada nuevo.',
  holdsUntil: (instant, zone) => `Vale hasta el ${instant} (hora de ${zone})`,
  heldUntil: (instant, zone) => `Valía hasta el ${instant} (hora de ${zone}): hay que volver a decidir.`,
  inTime: (duration) => `, dentro de ${duration}`,
  workingTime: (instant) => `${instant}, horario hábil`,
  noDate: 'un instante que no es una fecha',
  forGood: 'en adelante',
  decided: (id) => `${id} es la regla que decidió.`,
  onlyNearest: (id) => `${id} no lo dice: es solo la regla más cercana del manual.`,
  answered: (id, decided) => `${id} también respondió; decidió ${decided}.`,
  restsOn: (id, decided) => `${id} no decidió por sí sola: en ella se apoya ${decided}.`,
  hasNoRow: (id) => `${id} no responde a esta pregunta.`,
  wasNotAsked: (id, table, decided) =>
    `${id} responde a «${table}», y no se llegó a preguntar: antes decidió ${decided}.`,
  missed: (id, wants, was) => `${id} pide esto: ${wants}. Se vio esto: ${was}.`,
  statuses: {
    applied: 'Anotado',
    late: 'Anotado, aunque llegó tarde',
    duplicate: 'Ya se sabía: no cambia nada',
    'no-effect': 'Sin efecto',
    refused: 'No se acepta',
  },
  columns: { number: 'n.º', answer: 'respuesta', rule: 'regla', restsOn: 'se apoya en' },
  emptyCell: 'Una casilla vacía admite cualquier valor.',
  nearestMark: '≈: la regla no lo dice; es la más cercana del manual.',
  comparison: {
    compared: (compared, same) => `De ${records(compared)}, ${same === 1 ? '1 queda igual' : `${same} quedan igual`}.`,
    step: (id, statement, changes) => `${id} («${statement}»): ${changes}.`,
    earlier: (count, duration) => `${records(count)}, ${duration} antes (mediana)`,
    later: (count, duration) => `${records(count)}, ${duration} después (mediana)`,
    onlyWas: (count) => `${records(count)} solo con la primera política`,
    onlyNow: (count) => `${records(count)} solo con la segunda política`,
    instead: (count, duration, id, was, now) =>
      `${records(count)} con otra respuesta, durante ${duration} de mediana; por ejemplo, ${id}: «${now}» en lugar de «${was}».`,
    events: (count) => `En ${records(count)} una política acepta algún evento que la otra no.`,
    cut: (count) => `${records(count)} sin seguir hasta el final, por el límite.`,
  },
  hits: {
    unique: 'A cada situación le corresponde una sola fila.',
    first: 'Decide la primera fila que se cumple.',
    collect: 'Valen todas las filas que se cumplen.',
  },
};

function records(count: number): string {
  return count === 1 ? '1 registro' : `${count} registros`;
}
