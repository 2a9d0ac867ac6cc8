"""Frequent first names in France, folded: enough to tell which half of a column of names they fill."""

from __future__ import annotations

_WRITTEN = """
abdel abdelkader abel adam adama adele adrien agathe agnes ahmed aicha alain alban albane albert aleksandra
alessio alex alexandra alexandre alexia alexis ali alice alicia aline alix alma alya amandine amaury ambre
amelie amina amine amir ana anais anatole andre andrea ange angele angelina anita anna annabelle anne annie
anouk antoine antonin apolline aria arnaud arthur assia astrid aubin aude audrey auguste augustin aurelie
aurelien aurore axel axelle aya ayoub baptiste barbara basile bastien beatrice benedicte benjamin benoit
bernadette bernard bertrand bilal brice brigitte bruno camille candice capucine carine carla caroline
catherine cecile cedric celeste celestin celia celine chantal charlene charles charlie charline charlotte
chiara chloe christelle christian christiane christine christophe claire clara clarisse claude claudine clea
clemence clement cloe clotilde colette coline colombe constance corentin corinne cyril cyrille damien daniel
daniele danielle daphne david delphine denis denise diane didier dimitri dominique dorothee dylan edgar
edith edouard elea elena eleonore eliane elias elie eliott elisa elisabeth elise eloan elodie eloise elsa
emile emilie emilien emma emmanuel emmanuelle emmy emy enora enzo eric erwan esteban estelle esther ethan
etienne eugenie eva evan eve evelyne ezio fabien fabienne fabrice fanny fares fatima fatoumata felicie felix
ferdinand fernand flavie flavien fleur flora florence florent florian florine france francine francis franck
francois francoise frederic frederique gabin gabriel gabriela gabrielle gael gaelle gaetan gaspard gauthier
genevieve georges gerald gerard germain germaine gilbert gilles ginette gisele giulia gregoire gregory
guillaume gustave guy gwenaelle hamza hana hanna hannah helena helene heloise henri herve hippolyte hortense
hugo hugues ibrahim ibrahima ilan ilyan ilyes imane imran ines ingrid irene iris isaac isabelle ismael issa
ivan jacqueline jacques jade james jean jeanne jeannine jeremie jeremy jerome joachim joanna joel joelle
johan johanna john jonas jonathan jordan joris joseph josephine josette joshua josiane joy judith jules
julia julian juliana julie julien juliette justin justine kais karim karine katia kenza kevin khadija
killian kylian laetitia lana lara laura laure laurence laurene laurent laurine lea leana leandre leila lena
leo leon leonard leonie leonore leopold leticia liam lila lili lilia lilian lilou lily lina linda line
lionel lisa lise livia logan loic lois lola lorenzo lou louane louis louise louka louna luc luca lucas lucie
lucien lucienne lucile ludivine ludovic luis luka luna lya lydia lydie lyna madeleine mael maelle maelys
maeva magali maia malak malik malika malo malone manel manon manuel marc marceau marcel marcelle margaux
margot maria mariam mariama marianne marie marilou marin marina marine mario marion marius marlene marouane
martin martine marwa mateo mathias mathieu mathilde mathis mathys matis matteo matthias matthieu maud
maurice max maxence maxime maya medhi mehdi melanie melina melissa melvin meryem mia michel michele
micheline mickael mila milan milo mireille mohamed mohammed moise monique morgan morgane moussa myriam nabil
nadege nadia nadine nael nahil naim naomi natacha natalia nathalie nathan nathanael neil nelly nesrine
nicolas nicole nils nina nino noa noah noam noe noel noelle noemie nolan nora norah nour oceane octave
odette odile olga olive olivia olivier ophelie oriane orlane oscar oumar owen pablo pascal pascale patrice
patricia patrick paul paula pauline philemon philippe pierre priscilla quentin rachel rachid rafael raphael
raphaelle raymond rebecca regine regis remi remy renaud rene renee richard rita robert robin roger roland
romain romane romeo romy rosalie rose roxane ruben ryan sabine sabrina sacha safia said salim salma salome
samantha sami samuel samy sandra sandrine sara sarah sasha sebastien selena selma serena serge severine
shaina sidonie simeon simon simone sixtine soan sofia sofiane solal solange solene soline sonia sophia
sophie soraya stanislas stella stephane stephanie suzanne suzie swann sybille sylvain sylvie tanguy tania
tara tatiana tess thea theo theodore therese thibault thibaut thierry thomas tiago tifenn timeo timothee
titouan tom tristan ugo ulysse valentin valentine valerie vanessa vera veronique vianney victoire victor
victoria vincent violette virginie viviane wael walid wassim william xavier yacine yanis yann yannick
yasmine yohan yolande youssef yves yvette yvonne zacharie zakaria zeinab zelie zoe
"""

FIRST_NAMES = frozenset(_WRITTEN.split())

_ALSO_LAST = """
abraham adam alain andre antoine arnaud aubin benoit bernard bertrand blaise bruno charles claude
clement daniel david denis dominique etienne fabien felix ferdinand florent francois gabriel gauthier
georges gerard germain gilbert gregoire guillaume guy henri hugues isaac jacob jacques jean joseph
julien lambert laurent leon louis lucas marc marcel marie marion martin mathieu maurice michel moussa
nicolas noel oscar olivier paul philippe pierre raymond remy renaud richard robert roger roland simon
thomas victor vincent salomon colin
"""

ALSO_LAST_NAMES = frozenset(_ALSO_LAST.split())
"""First names that are frequent last names too: they tell less."""
