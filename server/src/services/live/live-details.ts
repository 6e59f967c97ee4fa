import { Injectable } from '@nestjs/common';
import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import {
  FILING_STATES,
  LIVE_ACTS,
  LIVE_FILE_KINDS,
  LIVE_FILING_SUBJECT,
  LIVE_SUBJECT,
  type LiveAct,
  nextLiveState,
  ROLES_OF_LIVE_ACT,
} from '@siyu/shared/contracts/live.limits';
import { epochDay, formatDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { ReviewList } from '../../foundation/reviews/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { LiveFigures } from './live-figures.ts';
import { liveNotFound } from './live.errors.ts';
import { filedSha256Of, planOf, stateOf } from './live-plan.ts';
import { LiveRows } from './live-rows.ts';
import { Live, LiveArchiveEntry, LiveFileEntry, LiveFiling, LiveStep } from './live.entity.ts';

const STEPS_SHOWN = 100;
const FILES_SHOWN = 50;
const iso = (at: number): string => new Date(at).toISOString();
type People = ReadonlyMap<string, Staff>;

/** Everything of a live, as staff see it, with what the caller may do. */
@Injectable()
export class LiveDetails {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly reviews: ReviewList,
    private readonly rows: LiveRows,
    private readonly figures: LiveFigures,
  ) {}

  /** @throws {AppError} live.not_found also for an adviser who is not the host */
  async get(caller: Principal, liveId: string): Promise<LiveDetail> {
    const { read } = this.database;
    const live = await findSeenLive(read, caller, liveId);
    const [row] = await this.rows.rowsOf([live]);
    if (row === undefined) throw liveNotFound();
    const [filing, files, steps, archive, lastReview, figures, review, filingReview] = await Promise.all([
      read.findOneBy(LiveFiling, { liveId }),
      read.find(LiveFileEntry, { where: { liveId }, order: { uploadedAt: 'ASC' }, take: FILES_SHOWN }),
      read.find(LiveStep, { where: { liveId }, order: { stepNo: 'DESC' }, take: STEPS_SHOWN }),
      read.findOneBy(LiveArchiveEntry, { liveId }),
      this.reviews.findLastDecision(LIVE_SUBJECT, liveId),
      this.figures.of(live),
      this.reviews.findOpen(LIVE_SUBJECT, liveId),
      this.reviews.findOpen(LIVE_FILING_SUBJECT, liveId),
    ]);
    const people = await this.staff.listStaffByIds([
      live.hostId,
      live.authorId,
      ...[live.startedById, live.endedById, filing?.enteredById, archive?.archivedById].flatMap(
        (id) => id ?? [],
      ),
      ...files.map(({ uploadedById }) => uploadedById),
      ...steps.map(({ actorId }) => actorId),
    ]);
    const nameOf = (id: string | null): string => people.get(id ?? '')?.name ?? '';
    const mayDecide = (reviewed: { requesterId: string }, authors: readonly string[]): boolean =>
      caller.roles.includes('compliance') &&
      reviewed.requesterId !== caller.id &&
      !authors.includes(caller.id);
    const openOf = (found: typeof review, authors: readonly string[]) =>
      found === null
        ? null
        : {
            reviewId: found.reviewId,
            sha256: found.subjectSha256,
            requesterName: found.requesterName,
            requestedAt: found.requestedAt,
            mayDecide: mayDecide(found, authors),
          };
    const host = people.get(live.hostId);
    return {
      row,
      plan: planOf(live),
      planSha256: live.planSha256,
      hostRegistrationNo: live.signedNo ?? host?.registrationNo ?? null,
      hostIsRegistered: host?.isRegistered === true && host.roles.includes('adviser'),
      authorName: nameOf(live.authorId),
      review: openOf(review, [...live.editorIds, live.hostId]),
      lastReview,
      filing:
        filing === null
          ? null
          : {
              filingNo: filing.filingNo,
              filedOn: formatDay(epochDay(filing.filedOn)),
              filedWith: filing.filedWith,
              state: FILING_STATES.find((state) => state === filing.state) ?? 'WAITING',
              isOfThisPlan: filing.filedSha256 === filedSha256Of(live),
              enteredByName: nameOf(filing.enteredById),
              enteredAt: iso(filing.enteredAt),
              fileId: filing.fileId,
              review: openOf(filingReview, [filing.enteredById]),
            },
      files: files.map((file) => fileOf(file, people)),
      air: airOf(live, nameOf),
      steps: steps.reverse().flatMap(({ act, at, actorId, reason }) => {
        const known = LIVE_ACTS.find((each) => each === act);
        return known === undefined ? [] : [{ act: known, at: iso(at), byName: nameOf(actorId), reason }];
      }),
      figures,
      archive:
        archive === null
          ? null
          : {
              archivedAt: iso(archive.archivedAt),
              archivedByName: nameOf(archive.archivedById),
              recordingUrl: archive.recordingUrl,
              recordingFileId: archive.fileId,
              recordingSha256: archive.recordingSha256,
              chatSha256: archive.chatSha256,
              viewersSha256: archive.viewersSha256,
            },
      mayDo: LIVE_ACTS.filter((act) => mayDo(caller, live, act)),
    };
  }
}

/** A file as staff see it. */
export function fileOf(file: LiveFileEntry, people: People) {
  const { fileId, kind, sha256, bytes, type, uploadedById, uploadedAt } = file;
  return {
    fileId,
    kind: LIVE_FILE_KINDS.find((each) => each === kind) ?? 'FILING',
    sha256,
    bytes,
    type,
    uploadedByName: people.get(uploadedById)?.name ?? '',
    uploadedAt: iso(uploadedAt),
  };
}

/** A live that the caller may see. @throws {AppError} live.not_found also for an adviser who is not the host */
export async function findSeenLive(manager: EntityManager, caller: Principal, liveId: string): Promise<Live> {
  const live = await manager.findOneBy(Live, { liveId });
  if (live === null || !isSeenBy(caller, live)) throw liveNotFound();
  return live;
}

const isSeenBy = ({ id, roles }: Principal, { hostId }: Live): boolean =>
  roles.some((role) => role !== 'adviser') || hostId === id;

/** Decisions on reviews are told with the review. */
function mayDo({ id, roles }: Principal, live: Live, act: LiveAct): boolean {
  if (act === 'APPROVE' || act === 'RETURN') return false;
  if (nextLiveState(act, stateOf(live)) === null) return false;
  if ((act === 'MUTE' && live.mutedAt !== null) || (act === 'UNMUTE' && live.mutedAt === null)) return false;
  return ROLES_OF_LIVE_ACT[act].some(
    (role) => roles.includes(role) && (role !== 'adviser' || live.hostId === id),
  );
}

function airOf(live: Live, nameOf: (id: string | null) => string) {
  const { startedAt, endedAt } = live;
  if (startedAt === null) return null;
  return {
    startedAt: iso(startedAt),
    startedByName: nameOf(live.startedById),
    endedAt: endedAt === null ? null : iso(endedAt),
    endedByName: endedAt === null ? null : nameOf(live.endedById),
    signedName: live.signedName ?? '',
    signedNo: live.signedNo ?? '',
    isMuted: live.mutedAt !== null,
  };
}
