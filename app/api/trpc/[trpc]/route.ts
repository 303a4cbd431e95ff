import { answer } from '../../../../server/http/api';

export { answer as GET, answer as POST };
