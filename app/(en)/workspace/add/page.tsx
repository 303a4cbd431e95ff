import { Intake } from '../../../_workspace/intake/intake';

export default Intake;
