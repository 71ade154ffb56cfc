// Loaded into a program before its own code: when whoever started it is gone, killed perhaps, it stops as if asked to.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // A listener alone would keep the program running.
  process.channel.unref();
}
