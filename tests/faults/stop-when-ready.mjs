/** Has a server told to stop in the very moment in which it says that it is ready. See tests/e2e/data-folder.test.ts. */
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  const isFlushed = write(text, ...rest);
  if (String(text).includes(' is ready at ')) process.kill(process.pid, 'SIGTERM');
  return isFlushed;
};
