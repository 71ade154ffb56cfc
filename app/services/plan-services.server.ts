import type { Deps } from './deps';
import { answerOwnStep } from './answer-own-step.server';
import { printPlan } from './print-plan.server';
import { setStepReminders } from './set-step-reminders.server';
import { viewOwnStep } from './view-own-step.server';
import { viewPlanAsStaff } from './view-plan-as-staff.server';
import { viewPlan } from './view-plan.server';
import { addOwnStep, rewriteOwnStep, setOwnStepEnded } from './write-own-step.server';

/** The action plan, as a customer and as staff see it. */
export function createPlanServices(deps: Deps) {
  return {
    viewPlan: viewPlan(deps),
    viewOwnStep: viewOwnStep(deps),
    answerOwnStep: answerOwnStep(deps),
    addOwnStep: addOwnStep(deps),
    rewriteOwnStep: rewriteOwnStep(deps),
    setOwnStepEnded: setOwnStepEnded(deps),
    setStepReminders: setStepReminders(deps),
    printPlan: printPlan(deps),
    viewPlanAsStaff: viewPlanAsStaff(deps),
  };
}
