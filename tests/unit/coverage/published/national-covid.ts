/**
 * COVID-19 vaccination in Indonesia by group and dose on six days of 2021, as the press printed
 * it from the Ministry's dashboard. The public workers' first doses fall from November to
 * December; the source does not say why.
 *
 * @see https://nasional.kompas.com/copy/2021/11/01/13484091/update-1-november-vaksinasi-nakes-dosis-1-tembus-13712-persen-dan-lansia
 * @see https://nasional.kompas.com/read/2021/11/03/13525741/update-3-november-vaksinasi-dosis-pertama-capai-5857-persen
 * @see https://www.merahputih.com/post/read/vaksinasi-capai-58-persen-penambahan-covid-19-628-kasus
 * @see https://nasional.kompas.com/read/2021/11/10/15212191/update-10-november-cakupan-vaksinasi-covid-19-dosis-2-capai-3887-persen?page=all
 * @see http://nasional.kompas.com/read/2021/11/12/14550281/update-12-november-capaian-vaksinasi-dosis-pertama-tembus-6198-persen
 * @see https://nasional.kompas.com/read/2021/12/03/21100661/update-3-desember-vaksinasi-covid-19-lansia-dosis-pertama-capai-5441-persen?page=1
 */
export const nationalCovid = `
group,day,dose,target,done,printed
health workers,2021-11-01,1,1468764,2013916,137.12
health workers,2021-11-01,2,1468764,1896257,129.11
health workers,2021-11-01,3,1468764,1138188,77.49
elderly,2021-11-01,1,21553118,8636789,40.07
elderly,2021-11-01,2,21553118,5341581,24.78
public workers,2021-11-01,1,17327167,28060430,161.94
public workers,2021-11-01,2,17327167,22905190,132.19
general public,2021-11-01,1,141211181,75767933,53.66
general public,2021-11-01,2,141211181,39489893,27.97
all,2021-11-03,1,208265720,121975753,58.57
all,2021-11-03,2,208265720,72829190,36.41
health workers,2021-11-03,1,1468764,2016210,137.27
health workers,2021-11-03,2,1468764,1899925,129.36
health workers,2021-11-03,3,1468764,1147124,78.36
public workers,2021-11-03,1,17327167,28088716,162.11
public workers,2021-11-03,2,17327167,23034147,132.94
elderly,2021-11-03,1,21553118,8786150,40.77
elderly,2021-11-03,2,21553118,5432071,25.20
general public,2021-11-03,1,141211181,77482934,54.87
general public,2021-11-03,2,141211181,40923527,28.98
all,2021-11-04,1,208265720,122852096,58.99
all,2021-11-04,2,208265720,76687750,36.82
health workers,2021-11-04,1,1468764,2017179,137.34
health workers,2021-11-04,2,1468764,1901606,129.47
health workers,2021-11-04,3,1468764,1150784,78.35
all,2021-11-10,1,208265720,127335266,61.14
all,2021-11-10,2,208265720,80954139,38.87
health workers,2021-11-10,1,1468764,2021965,137.66
health workers,2021-11-10,2,1468764,1909945,130.04
health workers,2021-11-10,3,1468764,1173296,79.88
public workers,2021-11-10,1,17327167,28166275,162.56
public workers,2021-11-10,2,17327167,23348749,134.75
all,2021-11-12,1,208265720,129089388,61.98
all,2021-11-12,2,208265720,82818492,39.77
elderly,2021-11-12,1,21553118,9366546,43.46
elderly,2021-11-12,2,21553118,5829773,27.05
age 12-17,2021-11-12,1,26705490,14883914,55.73
age 12-17,2021-11-12,2,26705490,8882295,33.26
general public,2021-11-12,1,141211181,77400524,51.98
general public,2021-11-12,2,141211181,41617497,29.47
health workers,2021-11-12,1,1468764,2023712,137.78
elderly,2021-12-03,1,21553118,11727829,54.41
elderly,2021-12-03,2,21553118,7573173,35.14
health workers,2021-12-03,1,1468764,2038869,138.82
health workers,2021-12-03,2,1468764,1942871,132.28
health workers,2021-12-03,3,1468764,1242219,84.58
public workers,2021-12-03,1,17327167,23997438,138.50
public workers,2021-12-03,2,17327167,21013177,121.27
`;
