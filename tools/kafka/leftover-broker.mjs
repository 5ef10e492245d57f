import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends the broker that a killed starter left on this folder: its lock would keep the next one out. */
export async function stopLeftoverBroker(pidFile, dataDir) {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  if (!(await isBrokerOf(pid, dataDir))) return;
  console.error(`  ending process ${pid}, a broker left behind on ${dataDir}`);
  process.kill(pid, 'SIGKILL');
  while (await isBrokerOf(pid, dataDir)) await sleep(100);
}

/** A pid may have been given to another program since: its command line must name the folder. */
async function isBrokerOf(pid, dataDir) {
  if (!pid) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.includes('kafka.Kafka') && commandLine.includes(dataDir);
}
