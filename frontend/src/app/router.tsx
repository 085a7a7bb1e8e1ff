import { createBrowserRouter, Navigate } from 'react-router';
import { GuestOnly, SignedInOnly } from './components/guards';
import { Shell } from './components/shell';
import { ChatsRoute } from './routes/chats';
import { ConversationRoute } from './routes/conversation';
import { ErrorRoute } from './routes/error';
import { GroupInfoRoute } from './routes/group-info';
import { IssuerRoute } from './routes/issuer';
import { JoinRoute } from './routes/join';
import { MeetRoute } from './routes/meet';
import { NewGroupRoute } from './routes/new-group';
import { NoConversationRoute } from './routes/no-conversation';
import { NotFoundRoute } from './routes/not-found';
import { PeopleRoute } from './routes/people';
import { PersonRoute } from './routes/person';
import { ProfileRoute } from './routes/profile';
import { RecoverRoute } from './routes/recover';
import { RecoveryRoute } from './routes/recovery';
import { RegisterRoute } from './routes/register';
import { RequestsRoute } from './routes/requests';
import { SettingsRoute } from './routes/settings';
import { TipsRoute } from './routes/tips';
import { SignInRoute } from './routes/sign-in';
import { VerifyEmailRoute } from './routes/verify-email';

export function createRouter() {
  return createBrowserRouter([
    {
      errorElement: <ErrorRoute />,
      children: [
        {
          element: <GuestOnly />,
          children: [
            { path: '/sign-in', element: <SignInRoute /> },
            { path: '/register', element: <RegisterRoute /> },
          ],
        },
        {
          element: <SignedInOnly />,
          children: [
            {
              element: <Shell />,
              children: [
                { path: '/', element: <Navigate to="/chats" replace /> },
                {
                  path: '/chats',
                  element: <ChatsRoute />,
                  children: [
                    { index: true, element: <NoConversationRoute /> },
                    {
                      path: ':conversation',
                      element: <ConversationRoute />,
                      children: [{ path: 'info', element: <GroupInfoRoute /> }],
                    },
                  ],
                },
                { path: '/people', element: <PeopleRoute /> },
                { path: '/people/:person', element: <PersonRoute /> },
                { path: '/requests', element: <RequestsRoute /> },
                { path: '/profile', element: <ProfileRoute /> },
                { path: '/groups/new', element: <NewGroupRoute /> },
                { path: '/join', element: <JoinRoute /> },
                { path: '/meet', element: <MeetRoute /> },
                { path: '/settings', element: <SettingsRoute /> },
                { path: '/recovery', element: <RecoveryRoute /> },
                { path: '/tips', element: <TipsRoute /> },
              ],
            },
          ],
        },
        { path: '/oidc/:issuer', element: <IssuerRoute /> },
        { path: '/recover', element: <RecoverRoute /> },
        { path: '/verify-email', element: <VerifyEmailRoute /> },
        { path: '*', element: <NotFoundRoute /> },
      ],
    },
  ]);
}
