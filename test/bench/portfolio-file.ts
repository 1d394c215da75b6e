/** Rows of the file that the benchmarks load. */
export const CLIENTS = 1_000_000;

/** As a stream of a file gives them. */
const PIECE = 65_536;

const AGENTS = 400;
const SUPERVISORS = 40;

/** No two clients are alike: the factor has no divisor in common with the numbers that there are. */
export function phone(client: number): string {
  return `569${String((client * 48_271_337) % 100_000_000).padStart(8, '0')}`;
}

function row(client: number): string {
  const agent = (factor: number): string => `agent-${(client * factor) % AGENTS}`;
  return `+${phone(client)},${agent(7_919)},${agent(104_729)},supervisor-${(client * 1_299_709) % SUPERVISORS}\n`;
}

/** A file of so many clients, in pieces: some 40 MB for a million. It is made as it is read. */
export function* pieces(clients = CLIENTS): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = 'Identificador de Usuario*,Ejecutivo*,Ejecutivo de Respaldo,Supervisor de Respaldo\n';
  for (let client = 0; client < clients; client++) {
    text += row(client);
    if (text.length < PIECE) continue;
    yield encoder.encode(text.slice(0, PIECE));
    text = text.slice(PIECE);
  }
  yield encoder.encode(text);
}
