import { ALARM_SHOWN_MS } from '@/lib/access/limits';
import { now } from '../clock';
import { deleteAlarms } from '../db/alarms-store';
import { deleteOldAttempts } from '../db/attempts-store';
import { payOutClosed } from '../db/closed-accounts-store';
import { deleteChallenges } from '../db/challenges-store';
import { deletePictures } from '../db/enrolment-store';
import { deleteRevokedDevices } from '../db/devices-store';
import { deleteFaceChanges } from '../db/face-changes-store';
import { deleteInvitations } from '../db/invitations-store';
import { deleteOperatorInvitations } from '../db/operators-store';
import { deleteKeys } from '../db/idempotency-store';
import { deleteOffered } from '../db/offered-pictures-store';
import { deleteDelivered } from '../db/outbox-store';
import { deletePhoneCodes } from '../db/phone-codes-store';
import { deleteTextMessages } from '../db/text-messages-store';
import { deleteSessions } from '../db/sessions-store';
import { deleteProofs } from '../db/terminal-proofs-store';
import { PICTURES_KEPT_MS } from '../recognition/enrolment-pictures';
import { OFFERED_FOR_MS } from '../recognition/offered-picture';
import { KEPT_MS } from '../http/idempotency';
import { env } from '../env';
import { logFault } from '../log';
import { startDispatcher } from '../events/running';
import { SUBSCRIBERS } from '../events/subscribers';
import { deleteUnusedFaces } from '../shoppers/delete-unused-faces';
import { renewTemplates } from '../recognition/renew-templates';
import {
  expireHolds,
  expireUnpaid,
  lapseUnanswered,
  releaseDispatched,
} from '../payments/deadlines';

const EVERY_MS = 10_000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Delivered messages are kept this long, for whoever asks what was told. */
const OUTBOX_KEPT_MS = 7 * DAY_MS;
/** So long an audit may look into how a face was judged; then the record and its key are gone. */
export const ASSESSMENTS_KEPT_MS = 90 * DAY_MS;
/** As long as the longest limit of attempts looks back. */
export const ATTEMPTS_KEPT_MS = DAY_MS;
/** So long after its end an operator may still ask when a session was in use. */
const SESSIONS_KEPT_MS = 7 * DAY_MS;
/** More than twice the window in which a proof is accepted, and the clocks of instances differ. */
const PROOFS_KEPT_MS = 5 * 60 * 1000;
/** Instances that were cut off for longer load the index anew (lib/server/recognition). */
const FACE_CHANGES_KEPT_MS = 7 * DAY_MS;
/** Templates a round moves to the current space at most. */
const TEMPLATES_MOVED = 500;
/** Faces of nobody who still pays that an hour deletes at most. */
const UNUSED_FACES = 500;
/** Rows a round deletes at most: the next one is ten seconds away. */
const BATCH = 1_000;

const shared = globalThis as typeof globalThis & {
  smileJobs?: NodeJS.Timeout;
  /** The last shopper whose template was looked at. */
  smileTemplatesMoved?: string;
};

type Job = (at: Date) => Promise<unknown>;

/** For what looks at many rows and is in no hurry; by each instance. */
function hourly(job: Job): Job {
  let last = -Infinity;
  return async (at) => {
    if (Math.abs(at.getTime() - last) < HOUR_MS) return;
    last = at.getTime();
    await job(at);
  };
}

const ago = (at: Date, milliseconds: number) => new Date(at.getTime() - milliseconds);

const JOBS: Readonly<Record<string, Job>> = {
  lapseUnanswered,
  expireUnpaid,
  releaseDispatched,
  expireHolds,
  deleteKeys: (at) => deleteKeys(ago(at, KEPT_MS), BATCH),
  deleteDelivered: (at) => deleteDelivered(ago(at, OUTBOX_KEPT_MS), BATCH),
  deleteRevokedDevices: (at) => deleteRevokedDevices(ago(at, ASSESSMENTS_KEPT_MS), BATCH),
  deleteChallenges: (at) => deleteChallenges(ago(at, ASSESSMENTS_KEPT_MS), BATCH),
  deletePhoneCodes: (at) => deletePhoneCodes(at, BATCH),
  deleteTextMessages: (at) => deleteTextMessages(at, BATCH),
  deleteOffered: (at) => deleteOffered(ago(at, OFFERED_FOR_MS), BATCH),
  deletePictures: (at) => deletePictures(ago(at, PICTURES_KEPT_MS), BATCH),
  deleteAttempts: (at) => deleteOldAttempts(ago(at, ATTEMPTS_KEPT_MS), BATCH),
  deleteInvitations: (at) => deleteInvitations(at, BATCH),
  deleteOperatorInvitations: (at) => deleteOperatorInvitations(at, BATCH),
  deleteSessions: (at) => deleteSessions(ago(at, SESSIONS_KEPT_MS), BATCH),
  deleteProofs: (at) => deleteProofs(ago(at, PROOFS_KEPT_MS), BATCH),
  deleteFaceChanges: (at) => deleteFaceChanges(ago(at, FACE_CHANGES_KEPT_MS), BATCH),
  moveTemplates: async () => {
    shared.smileTemplatesMoved = (
      await renewTemplates(TEMPLATES_MOVED, shared.smileTemplatesMoved)
    ).last;
  },
  deleteUnusedFaces: hourly((at) =>
    deleteUnusedFaces(ago(at, env().FACE_KEPT_DAYS * DAY_MS), UNUSED_FACES),
  ),
  payOutClosed: (at) => payOutClosed(at, BATCH),
  deleteAlarms: (at) => deleteAlarms(ago(at, ALARM_SHOWN_MS), at),
};

/** What must happen although nobody calls. Every instance runs it; the database shares it out. */
export function startJobs(): void {
  startDispatcher(SUBSCRIBERS);
  shared.smileJobs ??= setInterval(() => void runJobs(now()), EVERY_MS).unref();
}

/** All of it once; a job that fails keeps no other from its work. */
export async function runJobs(at: Date): Promise<void> {
  for (const [name, job] of Object.entries(JOBS)) {
    await job(at).catch((error: unknown) => logFault(`job:${name}`, error));
  }
}
