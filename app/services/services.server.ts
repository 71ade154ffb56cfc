import { isFreshSignIn } from '~/domain/access/fresh-sign-in';
import { answerCall } from './answer-call.server';
import { checkWorker } from './check-worker.server';
import { bookAppointment } from './book-appointment.server';
import { createBookingServices } from './booking-services.server';
import { confirmAppointment } from './confirm-appointment.server';
import { declineAppointment } from './decline-appointment.server';
import { listFreeTimes } from './list-free-times.server';
import { moveAppointment } from './move-appointment.server';
import { requestCall } from './request-call.server';
import { viewCallTimes } from './view-call-times.server';
import { cancelAppointment, undoCancellation } from './cancel-appointment.server';
import { giveMissedReason } from './give-missed-reason.server';
import { recordOutcome } from './record-outcome.server';
import { undoOutcome } from './undo-outcome.server';
import { confirmHeld, declineHeld, moveHeld, requestHeldCall } from './answer-held-appointment.server';
import { askForNewPasskey, askForPasskey } from './ask-for-passkey.server';
import { checkSignInCode } from './check-sign-in-code.server';
import { enquiryPhone } from './find-enquiry-phone.server';
import { endCalendarFeed, makeCalendarFeed, viewCalendarFeed } from './manage-calendar-feed.server';
import { giveFeedback, viewFeedback } from './give-feedback.server';
import { viewOwnAppointment } from './view-own-appointment.server';
import { viewOwnAppointments } from './view-own-appointments.server';
import { askForEarlier, viewEarlierTimes, withdrawEarlier } from './wish-earlier.server';
import { writeCalendarFeed } from './write-calendar-feed.server';
import { issueCard, revokeCard, viewCardDesk } from './issue-card.server';
import { addPasskey, findOwnPasskey, removePasskey, renamePasskey } from './manage-passkeys.server';
import { callWithSignInCode, canCallWithCode, sendSignInCode } from './send-sign-in-code.server';
import { removePassword, setPassword } from './set-password.server';
import { signInFromAddress } from './sign-in-customer.server';
import { signInWithCard } from './sign-in-with-card.server';
import { signInWithPasskey } from './sign-in-with-passkey.server';
import { signInWithPassword } from './sign-in-with-password.server';
import { endOtherSessions, viewSignInMethods } from './view-sign-in-methods.server';
import { viewHeldAppointment, viewOtherTimes, writeHeldCalendar } from './view-held-appointment.server';
import { answerOfferByLink, viewOffer } from './view-offer.server';
import { viewEarlier } from './view-earlier.server';
import { answerOfferAsStaff, offerSlotNow, stopOffering } from './offer-as-staff.server';
import { viewHome } from './view-home.server';
import {
  findAppointmentZone,
  giveNewTime,
  recordOutcomeAsStaff,
  undoOutcomeAsStaff,
} from './change-appointment-as-staff.server';
import { viewAdviser } from './view-adviser.server';
import { viewJournal } from './view-journal.server';
import { markJournalRead, takeBackEntry, writeJournalEntry } from './write-journal-entry.server';
import { answerJournalEntry, markEntriesRead } from './answer-journal-entry.server';
import { closeEntry, reopenEntry, viewEntryToClose } from './close-journal-entry.server';
import { createDiaryServices } from './diary-services.server';
import { viewStaffJournal } from './view-staff-journal.server';
import { signInStaff, signOutStaff } from './sign-in-staff.server';
import { viewOfficeDay } from './view-office-day.server';
import { viewStaffAppointment } from './view-staff-appointment.server';
import { askForCall } from './ask-for-call.server';
import { giveCallTo } from './give-call.server';
import { answerReplyAsStaff } from './answer-reply-as-staff.server';
import { callInsteadOfAnswer, handleReply, reopenReply } from './handle-reply.server';
import { viewReplies } from './view-replies.server';
import { previewAnswer, viewReply } from './view-reply.server';
import { tellSituation, viewSituation } from './tell-situation.server';
import { viewLocalHelp } from './view-local-help.server';
import { viewOwnMessages } from './view-own-messages.server';
import { viewTexts } from './view-texts.server';
import { viewTrouble } from './view-trouble.server';
import { recordCall } from './record-call.server';
import { reviveContactPoint } from './revive-contact-point.server';
import { setOptOut } from './set-opt-out.server';
import { undoCall } from './undo-call.server';
import { viewCallList } from './view-call-list.server';
import { reportFromOutbox, replyFromOutbox, takeCallFromOutbox } from './answer-from-outbox.server';
import { findInOutbox, listOutbox } from './list-outbox.server';
import { takeSignInAddress } from './take-sign-in-address.server';
import { postLetters, unpostLetters } from './post-letters.server';
import { printLetters } from './print-letters.server';
import { viewLetters } from './view-letters.server';
import { comparePolicies, savePolicy, viewPolicies, withdrawPolicy } from './manage-policies.server';
import { listOffices } from './list-offices.server';
import { addAgreedStep, addGoal, agreePlan, answerStepAsStaff } from './change-plan-as-staff.server';
import { printPlanAsStaff } from './print-plan.server';
import { viewJourney } from './view-journey.server';
import { endGoal, renameGoal, reopenGoal } from './change-goal-as-staff.server';
import { couldNotReach, doFollowUp, reopenFollowUp } from './do-follow-up.server';
import { reviewStep, undoStepReview } from './review-step.server';
import { viewAgenda } from './view-agenda.server';
import { viewFollowUps } from './view-follow-ups.server';
import { viewNewStep } from './view-new-step.server';
import { viewSharedPlan, viewSharedPlans } from './view-shared-plans.server';
import { isLatelyProved, listWaysToProve, sendProofCode } from './check-identity.server';
import {
  beginContactChange,
  cancelContactChange,
  confirmContactChange,
  removeOwnContact,
  sendChangeCodeAgain,
} from './change-own-contact.server';
import { downloadOwnData } from './collect-own-data.server';
import { saveAccessNeeds, viewAccessNeeds } from './save-access-needs.server';
import { saveContactPreferences, saveOwnLanguage, saveOwnName } from './save-own-details.server';
import { setOwnOptOut } from './set-own-opt-out.server';
import { giveConsent, viewSharing, withdrawConsent } from './share-with-partners.server';
import { viewDetails } from './view-details.server';
import { viewContactChange, viewOwnContact } from './view-own-contact.server';
import { createClubServices } from './club-services.server';
import { createCustomerServices } from './customer-services.server';
import { createPlanServices } from './plan-services.server';
import { createAssistedServices } from './assisted-services.server';
import type { Deps } from './deps';
import { officeServices } from './office-services.server';
import { receiveReply } from './receive-reply.server';
import { receiveStatus } from './receive-status.server';
import { endSession, startSession } from './sessions.server';
import { viewSending } from './view-sending.server';
import { viewStoppages } from './view-stoppages.server';

/** Every use case that a route may call, bound to what it works with. */
export function createServices(deps: Deps) {
  const phone = enquiryPhone(deps);
  return {
    startSession: startSession(deps),
    endSession: endSession(deps),
    newBrowserSecret: deps.vault.newSecret,
    sendSignInCode: sendSignInCode(deps),
    callWithSignInCode: callWithSignInCode(deps),
    canCallWithCode: canCallWithCode(deps),
    checkSignInCode: checkSignInCode(deps),
    findEnquiryPhone: phone.find,
    lastKnownPhone: phone.lastKnown,
    listOffices: listOffices(deps),
    signInWithPassword: signInWithPassword(deps),
    askForPasskey: askForPasskey(deps),
    signInWithPasskey: signInWithPasskey(deps),
    signInWithCard: signInWithCard(deps),
    signInFromAddress: signInFromAddress(deps),
    passkeysAvailable: deps.passkeys.available,
    viewSignInMethods: viewSignInMethods(deps),
    endOtherSessions: endOtherSessions(deps),
    isFreshSignIn: (person: { signedInAt: number }) => isFreshSignIn(person.signedInAt, 'open', deps.clock.now()),
    setPassword: setPassword(deps),
    removePassword: removePassword(deps),
    askForNewPasskey: askForNewPasskey(deps),
    addPasskey: addPasskey(deps),
    findOwnPasskey: findOwnPasskey(deps),
    renamePasskey: renamePasskey(deps),
    removePasskey: removePasskey(deps),
    viewCardDesk: viewCardDesk(deps),
    issueCard: issueCard(deps),
    revokeCard: revokeCard(deps),
    viewHome: viewHome(deps),
    ...createClubServices(deps),
    viewSituation: viewSituation(deps),
    tellSituation: tellSituation(deps),
    viewLocalHelp: viewLocalHelp(deps),
    viewOwnAppointments: viewOwnAppointments(deps),
    viewOwnAppointment: viewOwnAppointment(deps),
    viewEarlierTimes: viewEarlierTimes(deps),
    askForEarlier: askForEarlier(deps),
    withdrawEarlier: withdrawEarlier(deps),
    viewFeedback: viewFeedback(deps),
    giveFeedback: giveFeedback(deps),
    viewCalendarFeed: viewCalendarFeed(deps),
    makeCalendarFeed: makeCalendarFeed(deps),
    endCalendarFeed: endCalendarFeed(deps),
    writeCalendarFeed: writeCalendarFeed(deps),
    viewAdviser: viewAdviser(deps),
    viewJournal: viewJournal(deps),
    writeJournalEntry: writeJournalEntry(deps),
    markJournalRead: markJournalRead(deps),
    takeBackEntry: takeBackEntry(deps),
    newFormKey: deps.newId,
    viewHeldAppointment: viewHeldAppointment(deps),
    viewOtherTimes: viewOtherTimes(deps),
    writeHeldCalendar: writeHeldCalendar(deps),
    confirmHeld: confirmHeld(deps),
    declineHeld: declineHeld(deps),
    moveHeld: moveHeld(deps),
    requestHeldCall: requestHeldCall(deps),
    viewOffer: viewOffer(deps),
    answerOfferByLink: answerOfferByLink(deps),
    viewEarlier: viewEarlier(deps),
    offerSlotNow: offerSlotNow(deps),
    stopOffering: stopOffering(deps),
    answerOfferAsStaff: answerOfferAsStaff(deps),
    checkWorker: checkWorker(deps),
    /** True while things can be looked at and nothing can be changed. */
    isReadOnly: () => deps.db.isReadOnly?.() ?? false,
    viewSending: viewSending(deps),
    viewStoppages: viewStoppages(deps),
    bookAppointment: bookAppointment(deps),
    ...createBookingServices(deps),
    confirmAppointment: confirmAppointment(deps),
    declineAppointment: declineAppointment(deps),
    listFreeTimes: listFreeTimes(deps),
    moveAppointment: moveAppointment(deps),
    requestCall: requestCall(deps),
    viewCallTimes: viewCallTimes(deps),
    recordOutcome: recordOutcome(deps),
    undoOutcome: undoOutcome(deps),
    cancelAppointment: cancelAppointment(deps),
    undoCancellation: undoCancellation(deps),
    giveMissedReason: giveMissedReason(deps),
    receiveStatus: receiveStatus(deps),
    receiveReply: receiveReply(deps),
    answerCall: answerCall(deps),
    signInStaff: signInStaff(deps),
    signOutStaff: signOutStaff(deps),
    viewOfficeDay: viewOfficeDay(deps),
    ...createCustomerServices(deps),
    viewStaffJournal: viewStaffJournal(deps),
    answerJournalEntry: answerJournalEntry(deps),
    markEntriesRead: markEntriesRead(deps),
    viewEntryToClose: viewEntryToClose(deps),
    closeEntry: closeEntry(deps),
    reopenEntry: reopenEntry(deps),
    ...createDiaryServices(deps),
    viewStaffAppointment: viewStaffAppointment(deps),
    recordOutcomeAsStaff: recordOutcomeAsStaff(deps),
    undoOutcomeAsStaff: undoOutcomeAsStaff(deps),
    giveNewTime: giveNewTime(deps),
    findAppointmentZone: findAppointmentZone(deps),
    viewCallList: viewCallList(deps),
    recordCall: recordCall(deps),
    undoCall: undoCall(deps),
    giveCallTo: giveCallTo(deps),
    viewTrouble: viewTrouble(deps),
    askForCall: askForCall(deps),
    reviveContactPoint: reviveContactPoint(deps),
    setOptOut: setOptOut(deps),
    handleReply: handleReply(deps),
    reopenReply: reopenReply(deps),
    callInsteadOfAnswer: callInsteadOfAnswer(deps),
    answerReplyAsStaff: answerReplyAsStaff(deps),
    previewAnswer: previewAnswer(deps),
    viewReply: viewReply(deps),
    viewReplies: viewReplies(deps),
    viewTexts: viewTexts(deps),
    viewOwnMessages: viewOwnMessages(deps),
    viewPolicies: viewPolicies(deps),
    comparePolicies: comparePolicies(deps),
    savePolicy: savePolicy(deps),
    withdrawPolicy: withdrawPolicy(deps),
    listOutbox: listOutbox(deps),
    findInOutbox: findInOutbox(deps),
    reportFromOutbox: reportFromOutbox(deps),
    replyFromOutbox: replyFromOutbox(deps),
    takeCallFromOutbox: takeCallFromOutbox(deps),
    viewLetters: viewLetters(deps),
    printLetters: printLetters(deps),
    postLetters: postLetters(deps),
    unpostLetters: unpostLetters(deps),
    takeSignInAddress: takeSignInAddress(deps),
    newFormId: deps.newId,
    ...createPlanServices(deps),
    printPlanAsStaff: printPlanAsStaff(deps),
    viewNewStep: viewNewStep(deps),
    endGoal: endGoal(deps),
    reopenGoal: reopenGoal(deps),
    renameGoal: renameGoal(deps),
    viewAgenda: viewAgenda(deps),
    reviewStep: reviewStep(deps),
    undoStepReview: undoStepReview(deps),
    viewFollowUps: viewFollowUps(deps),
    doFollowUp: doFollowUp(deps),
    reopenFollowUp: reopenFollowUp(deps),
    couldNotReach: couldNotReach(deps),
    viewSharedPlans: viewSharedPlans(deps),
    viewSharedPlan: viewSharedPlan(deps),
    addGoal: addGoal(deps),
    addAgreedStep: addAgreedStep(deps),
    agreePlan: agreePlan(deps),
    answerStepAsStaff: answerStepAsStaff(deps),
    viewJourney: viewJourney(deps),
    viewDetails: viewDetails(deps),
    saveOwnName: saveOwnName(deps),
    saveOwnLanguage: saveOwnLanguage(deps),
    saveContactPreferences: saveContactPreferences(deps),
    setOwnOptOut: setOwnOptOut(deps),
    viewOwnContact: viewOwnContact(deps),
    viewContactChange: viewContactChange(deps),
    beginContactChange: beginContactChange(deps),
    sendChangeCodeAgain: sendChangeCodeAgain(deps),
    confirmContactChange: confirmContactChange(deps),
    cancelContactChange: cancelContactChange(deps),
    removeOwnContact: removeOwnContact(deps),
    isLatelyProved: isLatelyProved(deps),
    listWaysToProve: listWaysToProve(deps),
    sendProofCode: sendProofCode(deps),
    viewAccessNeeds: viewAccessNeeds(deps),
    saveAccessNeeds: saveAccessNeeds(deps),
    viewSharing: viewSharing(deps),
    giveConsent: giveConsent(deps),
    withdrawConsent: withdrawConsent(deps),
    downloadOwnData: downloadOwnData(deps),
    ...officeServices(deps),
    ...createAssistedServices(deps),
  };
}

export type Services = ReturnType<typeof createServices>;
