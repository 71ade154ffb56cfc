import type { Deps } from './deps';
import { closeClubDays, setClosureEnded } from './close-club-days.server';
import { exportOffice } from './export-office.server';
import { goToClub, stayFromClub } from './go-to-club.server';
import { dropFile, reviewFile, saveFile, takeFile, viewFiles, writeRejects } from './import-on-screen.server';
import { addClub, checkClub, keepClub, setClubOpen, setOrganisers } from './keep-club.server';
import { signUpForClub, takeOffClub, viewClubSignUp } from './sign-up-for-club.server';
import { viewClub } from './view-club.server';
import { viewClubs } from './view-clubs.server';
import { viewStaffClub, viewStaffClubs } from './view-staff-clubs.server';

/** Work clubs: finding and going to one, and keeping one; and files in and out of an office. */
export function createClubServices(deps: Deps) {
  return {
    viewClubs: viewClubs(deps),
    viewClub: viewClub(deps),
    goToClub: goToClub(deps),
    stayFromClub: stayFromClub(deps),
    viewClubSignUp: viewClubSignUp(deps),
    signUpForClub: signUpForClub(deps),
    takeOffClub: takeOffClub(deps),
    viewStaffClubs: viewStaffClubs(deps),
    viewStaffClub: viewStaffClub(deps),
    addClub: addClub(deps),
    keepClub: keepClub(deps),
    checkClub: checkClub(deps),
    setClubOpen: setClubOpen(deps),
    setOrganisers: setOrganisers(deps),
    closeClubDays: closeClubDays(deps),
    setClosureEnded: setClosureEnded(deps),
    viewFiles: viewFiles(deps),
    takeFile: takeFile(deps),
    reviewFile: reviewFile(deps),
    writeRejects: writeRejects(deps),
    saveFile: saveFile(deps),
    dropFile: dropFile(deps),
    exportOffice: exportOffice(deps),
  };
}
