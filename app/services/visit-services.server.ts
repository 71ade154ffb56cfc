import { answerVisit, askAgainAtVisit, endVisitAgreement, stopVisitHelp } from './agree-to-visit.server';
import { addVisit, askForVisit, takeBackVisit } from './ask-for-visit.server';
import { beginJointHelp } from './begin-joint-help.server';
import type { Deps } from './deps';
import { endOverdueVisits, finishVisit, reopenVisit } from './finish-visit.server';
import { agreeToResult, recordVisitTask, undoVisitTask } from './record-visit-task.server';
import { putBackVisit, takeVisit } from './take-visit.server';
import { findDeskCustomer, viewDesk, viewVisit } from './view-desk.server';
import { findWithChampion, viewOwnVisit } from './view-own-visit.server';

/** People who ask for a champion, and what was done with them. */
export function createVisitServices(deps: Deps) {
  return {
    askForVisit: askForVisit(deps),
    addVisit: addVisit(deps),
    takeBackVisit: takeBackVisit(deps),
    viewOwnVisit: viewOwnVisit(deps),
    findWithChampion: findWithChampion(deps),
    answerVisit: answerVisit(deps),
    stopVisitHelp: stopVisitHelp(deps),
    endVisitAgreement: endVisitAgreement(deps),
    askAgainAtVisit: askAgainAtVisit(deps),
    viewDesk: viewDesk(deps),
    viewVisit: viewVisit(deps),
    findDeskCustomer: findDeskCustomer(deps),
    takeVisit: takeVisit(deps),
    putBackVisit: putBackVisit(deps),
    finishVisit: finishVisit(deps),
    reopenVisit: reopenVisit(deps),
    endOverdueVisits: endOverdueVisits(deps),
    recordVisitTask: recordVisitTask(deps),
    undoVisitTask: undoVisitTask(deps),
    agreeToResult: agreeToResult(deps),
    beginJointHelp: beginJointHelp(deps),
  };
}
