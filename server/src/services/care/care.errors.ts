import { AppError } from '../../platform/http/index.ts';

export const noMember = () => new AppError('http.forbidden', 403);
export const memberNotFound = () => new AppError('care.member_not_found', 404);
export const complaintNotFound = () => new AppError('care.complaint_not_found', 404);
export const callNotFound = () => new AppError('care.call_not_found', 404);
/** The same id was used by somebody else, or for something else. */
export const complaintTaken = () => new AppError('care.complaint_taken', 409);
export const tooManyComplaints = () => new AppError('care.too_many_complaints', 429);
/** Somebody else took the step that this one was to be. */
export const movedOn = () => new AppError('care.moved_on', 409);
/** The table of transitions has no such way. */
export const actRefused = () => new AppError('care.act_refused', 409);
export const notYours = () => new AppError('care.not_yours', 403);
/** The client's own adviser or manager (REQ-ADV-9). */
export const ownAdviser = () => new AppError('care.own_adviser', 409);
export const ownerUnfit = () => new AppError('care.owner_unfit', 409);
/** An appeal is looked at by another person. */
export const samePerson = () => new AppError('care.same_person', 409);
export const appealStillOpen = () => new AppError('care.appeal_still_open', 409);
export const alreadyAppealed = () => new AppError('care.already_appealed', 409);
export const pictureMissing = () => new AppError('care.picture_missing', 400);
export const pictureUnreadable = () => new AppError('care.picture_unreadable', 415);
export const pictureGone = () => new AppError('care.picture_gone', 409);
export const pictureNotFound = () => new AppError('care.picture_not_found', 404);
export const tooManyPictures = () => new AppError('care.too_many_pictures', 429);
