import type { Deps } from './deps';
import { endCover, reopenCover, saveCover, viewCovers } from './manage-covers.server';
import { nameAdviser, passCustomersOn } from './name-adviser.server';
import { recordContact, setContactOnRecord } from './record-contact.server';
import { searchCustomers } from './search-customers.server';
import { seeContactChange } from './see-contact-change.server';
import { setCustomerCare } from './set-customer-care.server';
import { undoNaming, undoPassingOn } from './undo-naming.server';
import { viewAdviserTerms } from './view-adviser-terms.server';
import { viewCaseload } from './view-caseload.server';
import { findOfficeToday, viewContacts } from './view-contacts.server';
import { viewContinuity } from './view-continuity.server';
import { countTold, viewPassingOn } from './view-passing-on.server';
import { viewStaffCustomer } from './view-staff-customer.server';
import { whoWouldBeLeft } from './who-would-be-left.server';

/** Customers as staff find them, and whose they are. */
export function createCustomerServices(deps: Deps) {
  return {
    viewStaffCustomer: viewStaffCustomer(deps),
    searchCustomers: searchCustomers(deps),
    viewCaseload: viewCaseload(deps),
    nameAdviser: nameAdviser(deps),
    passCustomersOn: passCustomersOn(deps),
    undoNaming: undoNaming(deps),
    undoPassingOn: undoPassingOn(deps),
    viewAdviserTerms: viewAdviserTerms(deps),
    viewPassingOn: viewPassingOn(deps),
    countTold: countTold(deps),
    viewContinuity: viewContinuity(deps),
    whoWouldBeLeft: whoWouldBeLeft(deps),
    viewCovers: viewCovers(deps),
    saveCover: saveCover(deps),
    endCover: endCover(deps),
    reopenCover: reopenCover(deps),
    viewContacts: viewContacts(deps),
    findOfficeToday: findOfficeToday(deps),
    recordContact: recordContact(deps),
    setContactOnRecord: setContactOnRecord(deps),
    setCustomerCare: setCustomerCare(deps),
    seeContactChange: seeContactChange(deps),
  };
}
