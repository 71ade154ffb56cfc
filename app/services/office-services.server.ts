import { changeRole, letLeave, letReturn, saveProfile, viewProfile } from './change-member.server';
import type { Deps } from './deps';
import { acceptInvitation, addColleague, inviteAgain, viewInvitation } from './invite-staff.server';
import { saveOfficeDetails, viewOfficeDetails } from './office-details.server';
import { moveSetting, saveSetting, setSettingActive, viewSettingForm, viewSettings } from './office-settings.server';
import { viewOffice } from './view-office.server';
import { viewMember, viewNewMember, viewOfficeStaff } from './view-office-staff.server';

/** What an office sets for itself, and who works there. */
export function officeServices(deps: Deps) {
  return {
    viewOffice: viewOffice(deps),
    viewSettings: viewSettings(deps),
    viewSettingForm: viewSettingForm(deps),
    saveSetting: saveSetting(deps),
    setSettingActive: setSettingActive(deps),
    moveSetting: moveSetting(deps),
    viewOfficeDetails: viewOfficeDetails(deps),
    saveOfficeDetails: saveOfficeDetails(deps),
    viewOfficeStaff: viewOfficeStaff(deps),
    viewMember: viewMember(deps),
    viewNewMember: viewNewMember(deps),
    addColleague: addColleague(deps),
    inviteAgain: inviteAgain(deps),
    viewInvitation: viewInvitation(deps),
    acceptInvitation: acceptInvitation(deps),
    viewProfile: viewProfile(deps),
    saveProfile: saveProfile(deps),
    changeRole: changeRole(deps),
    letLeave: letLeave(deps),
    letReturn: letReturn(deps),
  };
}
