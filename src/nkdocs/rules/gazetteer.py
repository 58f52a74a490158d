"""North Korea's provinces, cities and counties, with the spellings that reports use.

Source: the country's public administrative divisions, as any atlas lists them; names, spellings and characters were
compiled for this project from general knowledge, not taken from a data set. They are facts; the compilation is under
the licence of nkdocs (MIT). Former names and divisions are kept where reports still use them.

A line is ``romanised forms | Hangul forms | Chinese characters``, forms of one place separated by blanks (``_`` for
a blank inside one). Romanised forms come without Province, City, County, -do, -si or -gun.
"""

from typing import Final

__all__ = ["CITIES", "COUNTIES", "DISTRICTS", "PROVINCES"]

PROVINCES: Final = """
Yanggang Ryanggang Ryanggang-to Yanggang-to Yangkang Ryangkang|양강 량강|兩江 两江 両江
North_Hamgyong North_Hamgyeong North_Hamkyung North_Hamkyong Hamgyongbuk Hamgyeongbuk|함경북 함북|咸鏡北 咸镜北
South_Hamgyong South_Hamgyeong South_Hamkyung South_Hamkyong Hamgyongnam Hamgyeongnam|함경남 함남|咸鏡南 咸镜南
North_Pyongan North_Pyeongan North_Pyongahn North_Phyongan Pyonganbuk Pyeonganbuk|평안북 평북|平安北
South_Pyongan South_Pyeongan South_Pyongahn South_Phyongan Pyongannam Pyeongannam|평안남 평남|平安南
North_Hwanghae Hwanghaebuk|황해북 황북|黃海北 黄海北
South_Hwanghae Hwanghaenam|황해남 황남|黃海南 黄海南
Chagang Jagang Jakang|자강|慈江
Kangwon Gangwon|강원|江原
"""
CITIES: Final = """
Pyongyang Pyeongyang Phyongyang P'yongyang P’yŏngyang|평양|平壤 平壌
Hyesan|혜산|惠山 恵山
Samjiyon Samjiyeon Samjiyŏn|삼지연|三池淵 三池渊
Chongjin Cheongjin Ch'ongjin|청진|淸津 清津
Hoeryong Hoiryong Hoeryeong|회령|會寧 会宁 会寧
Kimchaek Gimchaek Kim_Chaek|김책|金策
Rason Raseon Nason|라선 나선|羅先 罗先
Rajin Najin|라진 나진|羅津 罗津
Sonbong Seonbong Unggi|선봉|先鋒 先锋
Hamhung Hamheung|함흥|咸興 咸兴
Hungnam Heungnam|흥남|興南 兴南
Tanchon Danchon Dancheon Tanch'on|단천|端川
Sinpo Shinpo|신포|新浦
Sinuiju Shinuiju Sinŭiju|신의주|新義州 新义州
Jongju Chongju Jeongju|정주|定州
Kusong Guseong Kusŏng|구성|龜城 龟城 亀城
Pyongsong Pyeongseong Pyongseong Phyongsong|평성|平城
Sunchon Suncheon|순천|順川 顺川
Anju|안주|安州
Kaechon Gaecheon Kaech'on|개천|价川 価川
Tokchon Deokcheon Dokchon Tokch'on|덕천|德川
Nampo Nampho Namp'o|남포|南浦
Songnim Songrim|송림|松林
Sariwon|사리원|沙里院
Kaesong Gaeseong Kaesŏng|개성|開城 开城
Haeju|해주|海州
Kanggye Ganggye|강계|江界
Manpo Manp'o|만포|滿浦 满浦 満浦
Huichon Huicheon Hŭich'ŏn|희천|熙川
Wonsan Weonsan|원산|元山
Munchon Muncheon|문천|文川
"""
COUNTIES: Final = """
Kimjongsuk Kim_Jong_Suk Sinpa|김정숙 신파|金正淑
Kimhyongjik Kim_Hyong_Jik Huchang|김형직|金亨稷
Kimhyonggwon Kim_Hyong_Gwon Pungsan|김형권|金亨權 金亨权
Pochon Bocheon Poch'on|보천|普天
Taehongdan Daehongdan|대홍단|大紅湍 大红湍
Paegam Baekam|백암|白岩
Unhung Unheung|운흥|雲興 云兴
Kapsan Gapsan|갑산|甲山
Samsu|삼수|三水
Phungso Pungseo P'ungso|풍서|豊西
Musan|무산|茂山
Onsong Onseong|온성|穩城 稳城 穏城
Saebyol Kyongwon Gyeongwon|새별 경원|慶源 庆源
Undok Kyonghung Gyeongheung|은덕 경흥|慶興 庆兴
Kyongsong Gyeongseong|경성|鏡城 镜城
Orang Eorang|어랑|漁郎 渔郎
Myongchon Myeongcheon|명천|明川
Myonggan Myeonggan Hwasong|명간 화성|明澗 明涧
Hwadae|화대|花臺 花台
Kilju Gilju|길주|吉州
Yonsa Yeonsa|연사|延社
Puryong Buryeong|부령|富寧 富宁
Puyun Buyun|부윤|富潤
Chongam Cheongam|청암|靑岩 青岩
Pujon Bujeon|부전|赴戰 赴战
Jangjin Changjin|장진|長津 长津
Sinhung Sinheung|신흥|新興 新兴
Yonggwang Yeonggwang|영광|榮光 荣光
Hamju|함주|咸州
Jongphyong Jeongpyeong Jongpyong|정평|定平
Kumya Geumya|금야|金野
Yodok Yodeok|요덕|耀德
Kowon Gowon|고원|高原
Hongwon|홍원|洪原
Pukchong Bukcheong Bukchong|북청|北靑 北青
Toksong Deokseong Dokseong|덕성|德城
Riwon Iwon|리원 이원|利原
Hochon Heocheon|허천|虛川 虚川
Rakwon Nakwon Ragwon|락원 낙원|樂園 乐园
Sudong|수동|水洞
Uiju Ŭiju|의주|義州 义州
Ryongchon Yongchon Ryongcheon Yongcheon|룡천 용천|龍川 龙川
Yomju Yeomju|염주|鹽州 盐州
Cholsan Cheolsan|철산|鐵山 铁山
Tongnim Dongrim Tongrim|동림|東林 东林
Sonchon Seoncheon|선천|宣川
Kwaksan Gwaksan|곽산|郭山
Unjon Unjeon|운전|雲田
Pakchon Bakcheon|박천|博川
Nyongbyon Yongbyon Yeongbyeon Yŏngbyŏn|녕변 영변|寧邊 宁边
Kujang Gujang|구장|球場 球场
Hyangsan|향산|香山
Unsan|운산|雲山 云山
Thaechon Taechon Taecheon|태천|泰川
Taegwan Daegwan|대관|大館
Chonma Cheonma|천마|天摩
Sakju Sakchu|삭주|朔州
Phihyon Pihyon Pihyeon|피현|枇峴 枇岘
Changsong Changseong|창성|昌城
Tongchang Dongchang|동창|東倉 东仓
Pyoktong Byeokdong|벽동|碧潼
Sindo|신도|薪島 薪岛
Taedong Daedong|대동|大同
Jungsan Chungsan Jeungsan|증산|甑山
Onchon Oncheon|온천|溫泉 温泉
Kangso Gangseo|강서|江西
Ryonggang Yonggang|룡강 용강|龍岡 龙冈
Chollima Cheollima|천리마|千里馬 千里马
Taean Daean|대안|大安
Phyongwon Pyongwon Pyeongwon|평원|平原
Sukchon Sukcheon|숙천|肅川 肃川
Mundok Mundeok|문덕|文德
Songchon Seongcheon|성천|成川
Sinyang|신양|新陽 新阳
Yangdok Yangdeok|양덕|陽德 阳德
Maengsan|맹산|孟山
Nyongwon Yongwon Yeongwon|녕원 영원|寧遠 宁远
Taehung Daeheung|대흥|大興 大兴
Pukchang Bukchang|북창|北倉 北仓
Hoechang|회창|檜倉
Unsan|은산|殷山
Kangdong Gangdong|강동|江東 江东
Kangnam Gangnam-gun|강남군|江南郡
Chunghwa Junghwa|중화|中和
Sangwon|상원|祥原
Hwangju|황주|黃州 黄州
Yonthan Yontan Yeontan|연탄|燕灘 燕滩
Pongsan Bongsan|봉산|鳳山 凤山
Unpha Unpa Eunpa|은파|銀波 银波
Rinsan Insan|린산 인산|麟山
Sohung Seoheung|서흥|瑞興 瑞兴
Suan|수안|遂安
Yonsan Yeonsan|연산|延山
Singye|신계|新溪
Koksan Goksan|곡산|谷山
Singphyong Sinpyong Sinpyeong|신평|新坪
Phyongsan Pyongsan Pyeongsan|평산|平山
Kumchon Geumcheon|금천|金川
Thosan Tosan|토산|兎山
Jangphung Jangpung|장풍|長豊 长丰
Kaephung Gaepung|개풍|開豊 开丰
Pyoksong Byeokseong|벽성|碧城
Kangryong Kangnyong Gangnyeong|강령|康翎
Ongjin|옹진|甕津 瓮津
Thaethan Taetan|태탄|苔灘 苔滩
Jangyon Jangyeon|장연|長淵 长渊
Ryongyon Yongyeon|룡연 용연|龍淵 龙渊
Kwail Gwail|과일|果逸
Songhwa|송화|松禾
Unryul Unnyul Eunyul|은률 은율|殷栗
Unchon Euncheon|은천|銀泉 银泉
Anak|안악|安岳
Samchon Samcheon|삼천|三泉
Sinchon Sincheon Sinch'on|신천|信川
Jaeryong Chaeryong Jaeryeong|재령|載寧 载宁
Sinwon|신원|新院
Pongchon Bongcheon|봉천|峰泉
Paechon Baecheon Yonbaek|배천|白川
Yonan Yeonan|연안|延安
Chongdan Cheongdan|청단|靑丹 青丹
Junggang Chunggang|중강|中江
Jasong Chasong Jaseong|자성|慈城
Hwaphyong Hwapyong Hwapyeong|화평|和坪
Rangrim Nangrim Rangnim|랑림 낭림|狼林
Janggang Changgang|장강|長江郡
Sijung Sijoong|시중|時中
Songgan Seonggan|성간|城干
Jonchon Chonchon Jeoncheon|전천|前川
Ryongrim Yongrim|룡림 용림|龍林
Tongsin Dongsin|동신|東新
Songwon|송원|松源
Wiwon|위원|渭原
Usi|우시|雩時
Kophung Gopung|고풍|古豊
Chosan|초산|楚山
Anbyon Anbyeon|안변|安邊 安边
Kosan Gosan|고산|高山郡
Tongchon Tongcheon|통천|通川
Kosong Goseong|고성|高城
Kumgang Geumgang|금강|金剛郡
Hoeyang|회양|淮陽 淮阳
Sepho Sepo|세포|洗浦
Phyonggang Pyonggang Pyeonggang|평강|平康
Ichon Icheon|이천|伊川
Cholwon Cheorwon|철원|鐵原 铁原
Phangyo Pangyo|판교|板橋 板桥
Popdong Beopdong|법동|法洞
Chonnae Cheonnae|천내|川內 川内
Kimhwa Gimhwa|김화|金化
Changdo|창도|昌道
"""
DISTRICTS: Final = """
Mangyongdae Mangyeongdae|만경대|萬景臺 万景台
Rangnang Nangnang Rakrang|락랑 낙랑|樂浪
Sunan|순안|順安 顺安
Unjong|은정|恩情
Taedonggang Daedonggang|대동강구역|大同江區
Moranbong|모란봉|牡丹峰
Phyongchon Pyongchon|평천|平川
Punggye-ri Phunggye-ri|풍계리|豊溪里 丰溪里
Tongchang-ri Dongchang-ri|동창리|東倉里
Panmunjom Phanmunjom Panmunjeom|판문점|板門店 板门店
Namyang|남양|南陽
Sinanju Shinanju|신안주|新安州
Paektu Paekdu Baekdu|백두산|白頭山 白头山
"""
