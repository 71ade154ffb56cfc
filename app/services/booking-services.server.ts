import { bookAsStaff } from './book-as-staff.server';
import { bookSeries, judgeProposals, viewSeriesDesk } from './book-series.server';
import type { Deps } from './deps';
import { leaveGroupPlace, recordAttendance, takeGroupPlace } from './fill-group-session.server';
import { cancelGroupSession, openGroupSession, viewSessionDesk } from './manage-group-sessions.server';
import { cancelSeries, restoreSeries, viewSeries } from './manage-series.server';
import { recordWalkIn, viewWalkIn } from './record-walk-in.server';
import { undoBooking } from './undo-booking.server';
import { viewBooking, viewConfirmation } from './view-booking.server';
import { printGroupSession, viewGroupSession, viewGroupSessions } from './view-group-sessions.server';

/** The use cases of booking: one appointment, walk-ins, series and group sessions. */
export function createBookingServices(deps: Deps) {
  return {
    viewBooking: viewBooking(deps),
    viewConfirmation: viewConfirmation(deps),
    bookAsStaff: bookAsStaff(deps),
    undoBooking: undoBooking(deps),
    viewWalkIn: viewWalkIn(deps),
    recordWalkIn: recordWalkIn(deps),
    viewSeriesDesk: viewSeriesDesk(deps),
    judgeProposals: judgeProposals(deps),
    bookSeries: bookSeries(deps),
    viewSeries: viewSeries(deps),
    cancelSeries: cancelSeries(deps),
    restoreSeries: restoreSeries(deps),
    viewGroupSessions: viewGroupSessions(deps),
    viewGroupSession: viewGroupSession(deps),
    printGroupSession: printGroupSession(deps),
    viewSessionDesk: viewSessionDesk(deps),
    openGroupSession: openGroupSession(deps),
    cancelGroupSession: cancelGroupSession(deps),
    takeGroupPlace: takeGroupPlace(deps),
    leaveGroupPlace: leaveGroupPlace(deps),
    recordAttendance: recordAttendance(deps),
  };
}
