/** One line of JSON per happening, for whatever gathers logs. No message texts; clients only where somebody must act. */
export function log(level: 'info' | 'warn' | 'error', what: string, details: Readonly<Record<string, unknown>> = {}) {
  const line = JSON.stringify({ at: new Date().toISOString(), level, what, ...details });
  if (level === 'info') console.log(line);
  else console.error(line);
}
