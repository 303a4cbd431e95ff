import { Jobs } from '../../../../_workspace/jobs/jobs';

export default Jobs;
