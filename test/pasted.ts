/**
 * Runs files one after the other in one process, and writes what each of them printed, as JSON: a map from the path to
 * the lines, or to the error. The library is loaded once, not once for each of the many examples.
 */
import { formatWithOptions } from 'node:util';
import { pathToFileURL } from 'node:url';

const printed: Record<string, string> = {};

for (const file of process.argv.slice(2)) {
  const lines: string[] = [];
  console.log = (...values: readonly unknown[]) => {
    lines.push(formatWithOptions({ colors: false }, ...values));
  };
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    lines.push(String(error));
  }
  printed[file] = lines.join('\n');
}
process.stdout.write(JSON.stringify(printed));
