import { setTimeout as sleep } from 'node:timers/promises';
import { startJobs } from './jobs/jobs';
import { openInstallation } from './keys/installation';
import { MasterKeyError } from './sealing/key-ring';
import { startFaceIndex } from './recognition/face-index';

const AGAIN_MS = 500;
/** The database is being brought back too, as after a power cut. */
const GIVE_UP_MS = 60_000;

/** What an instance does before it answers anything: without the master key it ends. */
export async function startServer(): Promise<void> {
  try {
    await openWhenThere();
  } catch (error) {
    if (!(error instanceof MasterKeyError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  startJobs();
  startFaceIndex();
}

async function openWhenThere(): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await openInstallation();
    } catch (error) {
      if (error instanceof MasterKeyError || performance.now() > giveUpAt) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
