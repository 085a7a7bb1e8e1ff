export { AccountKeys } from '../account-keys';
