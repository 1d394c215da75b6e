// A process of its own for each start: nothing but the handler's bundle is loaded, and nothing is warm.
// Plain JavaScript, for a loader of TypeScript would be in the time; `require`, for so Lambda loads CommonJS.
const [, , bundle, event] = process.argv;
const question = JSON.parse(event);
const begun = performance.now();
const { handler } = require(bundle);
handler(question).then(({ statusCode, body }) => {
  const milliseconds = performance.now() - begun;
  console.log(JSON.stringify({ milliseconds, statusCode, body }));
});
