/** The program for runtimes with a command line: the order is its one argument, the report what it prints. */
import { run, type Order } from './program.js';

run(JSON.parse(process.argv[2] ?? '') as Order).then(
  (report) => {
    console.log(JSON.stringify(report));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
