import { nameForPaper } from './name-for-paper.server';
import type { Deps } from './deps';
import { followKioskVisit, kioskVisitSeenAt } from './follow-kiosk-visit.server';
import { keepFormDraft, listBegun, readFormDraft, throwDraftAway } from './keep-form-draft.server';
import { addKiosk, newEnrolCode, renameKiosk, restoreKiosk, revokeKiosk, viewKiosks } from './manage-kiosks.server';
import {
  enrolFromAddress,
  enrolKiosk,
  keepKioskInUse,
  lockKiosk,
  makeKioskPin,
  openKiosk,
  viewOwnPin,
} from './open-kiosk.server';
import { kioskFormMark, viewKioskTime } from './view-kiosk-visit.server';
import { viewComputersNear } from './view-computers-near.server';

/** Shared computers: enrolled, opened, and left with nothing behind. */
export function createKioskServices(deps: Deps) {
  return {
    nameForPaper: nameForPaper(deps),
    viewKiosks: viewKiosks(deps),
    addKiosk: addKiosk(deps),
    newEnrolCode: newEnrolCode(deps),
    renameKiosk: renameKiosk(deps),
    revokeKiosk: revokeKiosk(deps),
    restoreKiosk: restoreKiosk(deps),
    enrolKiosk: enrolKiosk(deps),
    enrolFromAddress: enrolFromAddress(deps),
    viewOwnPin: viewOwnPin(deps),
    makeKioskPin: makeKioskPin(deps),
    openKiosk: openKiosk(deps),
    keepKioskInUse: keepKioskInUse(deps),
    lockKiosk: lockKiosk(deps),
    keepFormDraft: keepFormDraft(deps),
    listBegun: listBegun(deps),
    readFormDraft: readFormDraft(deps),
    throwDraftAway: throwDraftAway(deps),
    viewKioskTime: viewKioskTime(deps),
    kioskFormMark: kioskFormMark(deps),
    kioskVisitSeenAt: kioskVisitSeenAt(deps),
    followKioskVisit: followKioskVisit(deps),
    viewComputersNear: viewComputersNear(deps),
  };
}
